var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer();
builder.Build().Run();

public partial class Program { }
