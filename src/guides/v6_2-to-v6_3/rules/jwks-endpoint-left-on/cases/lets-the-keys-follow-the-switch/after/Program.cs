var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    if (builder.Environment.IsProduction())
        options.Endpoints.EnableDiscoveryEndpoint = false;
    options.Discovery.ShowKeySet = options.Endpoints.EnableDiscoveryEndpoint;
});
builder.Build().Run();
