using Acme.Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddConfigurationStore(options => options.ConfigureDbContext = db => db.UseHouseDatabase());
builder.Build().Run();
