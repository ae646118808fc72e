var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => options.PersistentGrants.DeleteOneTimeOnlyRefreshTokensOnUse = false).AddInMemoryClients(Config.Clients);
builder.Build().Run();
