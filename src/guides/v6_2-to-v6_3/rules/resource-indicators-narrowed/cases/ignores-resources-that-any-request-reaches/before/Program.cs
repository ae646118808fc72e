var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryClients(Config.Clients).AddInMemoryApiResources(Config.Resources);
builder.Build().Run();
