using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(builder.Configuration.GetSection("IdentityServer"));
builder.Services.Configure<IdentityServerOptions>(options =>
{
    options.Discovery.ShowKeySet = false;
});
builder.Build().Run();
