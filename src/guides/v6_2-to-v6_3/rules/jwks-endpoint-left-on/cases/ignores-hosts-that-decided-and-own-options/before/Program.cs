var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.Endpoints.EnableDiscoveryEndpoint = false;
    options.Discovery.ShowKeySet = false;
});
builder.Build().Run();
