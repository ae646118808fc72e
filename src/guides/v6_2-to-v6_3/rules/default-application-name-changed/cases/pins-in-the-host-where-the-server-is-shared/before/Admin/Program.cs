using Acme;

await Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web
    .ConfigureServices(services => services.AddLogin())
    .Configure(app => app.UseIdentityServer())).Build().RunAsync();
