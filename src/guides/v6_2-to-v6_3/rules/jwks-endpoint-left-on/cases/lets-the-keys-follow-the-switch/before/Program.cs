var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    if (builder.Environment.IsProduction())
        options.Endpoints.EnableDiscoveryEndpoint = false;
});
builder.Build().Run();
