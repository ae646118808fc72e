using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.Discovery.CustomEntries.Add("prompt_values_supported", "login");
    options.Discovery.CustomEntries["dpop_signing_alg_values_supported"] = "ES256";
    options.Discovery = new DiscoveryOptions { CustomEntries = { { "prompt_values_supported", "none" }, ["own"] = 1 } };
});
builder.Build().Run();
