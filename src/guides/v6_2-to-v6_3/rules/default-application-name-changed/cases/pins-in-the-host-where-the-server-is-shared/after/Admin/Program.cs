using Acme;
using Microsoft.AspNetCore.DataProtection;

await Host.CreateDefaultBuilder(args).ConfigureServices((context, hostServices) =>
    hostServices.AddDataProtection().SetApplicationName(context.HostingEnvironment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar))).ConfigureWebHostDefaults(web => web
    .ConfigureServices(services => services.AddLogin())
    .Configure(app => app.UseIdentityServer())).Build().RunAsync();
