using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection()
    .SetApplicationName("acme-login")
    .PersistKeysToDbContext<KeysContext>();
builder.Services.AddIdentityServer();
builder.Build().Run();
