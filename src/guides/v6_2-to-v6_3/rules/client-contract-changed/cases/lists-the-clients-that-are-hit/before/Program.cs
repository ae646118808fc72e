var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryClients(Config.Clients(true));
builder.Build().Run();
