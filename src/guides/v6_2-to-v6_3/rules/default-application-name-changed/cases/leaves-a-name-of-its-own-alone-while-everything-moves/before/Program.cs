using Microsoft.AspNetCore.DataProtection;

Host.CreateDefaultBuilder(args)
    .ConfigureWebHostDefaults(web => web
        .ConfigureServices(services =>
        {
            services.AddIdentityServer();
            services.AddDataProtection().SetApplicationName("acme").SetApplicationName("acme-login");
        })
        .Configure(app => app.UseIdentityServer()))
    .Build()
    .Run();
