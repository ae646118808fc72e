var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryClients(Config.Clients);
builder.Build().Run();
