using Acme.Login;
using Acme.Login.Settings;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddConfigurationStore(store => store.Folder = "settings");
new SettingsBuilder().AddConfigurationStore();
builder.Services.AddIdentityServer().AddInMemoryClients(Config.Clients);
builder.Build().Run();
