var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryOidcProviders(Config.Providers);
builder.Build().Run();
