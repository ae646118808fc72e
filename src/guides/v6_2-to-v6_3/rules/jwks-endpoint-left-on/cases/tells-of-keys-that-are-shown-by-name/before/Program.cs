var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(o =>
{
    o.Endpoints.EnableDiscoveryEndpoint = false;
    o.Discovery.ShowKeySet = true;
});
builder.Build().Run();
