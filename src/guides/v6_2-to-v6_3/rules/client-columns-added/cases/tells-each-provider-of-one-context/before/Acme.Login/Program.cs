using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
var provider = builder.Configuration["Provider"];

builder.Services.AddIdentityServer()
    .AddConfigurationStore(options => options.ConfigureDbContext = db =>
    {
        if (provider == "sqlite") db.UseSqlite("…", x => x.MigrationsAssembly("Acme.Sqlite"));
        else db.UseSqlServer("…", x => x.MigrationsAssembly("Acme.SqlServer"));
    });

builder.Build().Run();
