using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddConfigurationStore(options =>
    {
        options.DefaultSchema = "idp";
        options.ConfigureDbContext = db =>
        {
            if (builder.Environment.IsDevelopment()) db.UseSqlite("…");
            else db.UseSqlServer("…", sql => sql.MigrationsHistoryTable("__ClientsHistory", "ops"));
        };
    });
builder.Build().Run();
