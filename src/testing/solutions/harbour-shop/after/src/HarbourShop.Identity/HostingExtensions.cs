using Duende.IdentityServer.EntityFramework;
using HarbourShop.Accounts;
using HarbourShop.Identity.Configuration;
using HarbourShop.Identity.Grants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HarbourShop.Identity;

internal static class HostingExtensions
{
    public static WebApplication ConfigureServices(this WebApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString("Identity");
        var migrationsAssembly = typeof(HostingExtensions).Assembly.GetName().Name;

        builder.Services.AddRazorPages();
        builder.Services.AddControllers();

        builder.Services.AddDbContext<AccountsDbContext>(db => db.UseSqlServer(connectionString));
        builder.Services.AddIdentity<ShopUser, IdentityRole>()
            .AddEntityFrameworkStores<AccountsDbContext>()
            .AddDefaultTokenProviders();

        // the volume is the same on both nodes
        builder.Services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["Keys:Folder"]));

        builder.Services
            .AddIdentityServer(options =>
            {
                options.Events.RaiseErrorEvents = true;
                options.Events.RaiseFailureEvents = true;
                options.EmitStaticAudienceClaim = true;
                options.UserInteraction.LoginUrl = "/Account/Login";
            })
            .AddConfigurationStore(store =>
            {
                store.ConfigureDbContext = db => db.UseSqlServer(connectionString,
                    sql => sql.MigrationsAssembly(migrationsAssembly));
            })
            .AddConfigurationStoreCache()
            .AddOperationalStore(store =>
            {
                store.ConfigureDbContext = db => db.UseSqlServer(connectionString,
                    sql => sql.MigrationsAssembly(migrationsAssembly));
                store.EnableTokenCleanup = false; // NightlyGrantSweep does it
                store.RemoveConsumedTokens = true;
            })
            .AddServerSideSessions()
            .AddAspNetIdentity<ShopUser>()
            .AddProfileService<ShopProfileService>();

        builder.Services.Configure<GrantArchiveOptions>(builder.Configuration.GetSection("GrantArchive"));
        builder.Services.AddTransient<TokenCleanupService, ArchivingTokenCleanupService>();
        builder.Services.AddTransient<ITokenCleanupService, ArchivingTokenCleanupService>();
        builder.Services.AddHostedService<NightlyGrantSweep>();

        return builder.Build();
    }

    public static WebApplication ConfigurePipeline(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }

        app.UseStaticFiles();
        app.UseRouting();
        app.UseIdentityServer();
        app.UseAuthorization();

        app.MapRazorPages().RequireAuthorization();
        app.MapControllers();

        return app;
    }
}