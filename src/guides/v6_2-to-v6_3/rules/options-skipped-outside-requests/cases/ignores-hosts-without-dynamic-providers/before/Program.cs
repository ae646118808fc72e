var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer();
builder.Services.AddHostedService<Warmup>(); // .AddInMemoryOidcProviders(Providers.All)
builder.Build().Run();
