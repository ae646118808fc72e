Host.CreateDefaultBuilder(args)
    .UseWindowsService()
    .ConfigureWebHostDefaults(web => web
        .ConfigureServices(services => services.AddIdentityServer())
        .Configure(app => app.UseIdentityServer()))
    .Build()
    .Run();
