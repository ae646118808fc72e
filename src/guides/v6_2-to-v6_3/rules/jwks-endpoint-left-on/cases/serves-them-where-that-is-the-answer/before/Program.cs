var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => options.Endpoints.EnableDiscoveryEndpoint = false);
builder.Build().Run();
