var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryOidcProviders(Providers.All);
builder.Services.AddHostedService<Warmup>();
builder.Build().Run();
