using Microsoft.AspNetCore.DataProtection;

namespace Acme;

public static class Program
{
    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureServices((context, services) =>
                services.AddDataProtection().SetApplicationName(context.HostingEnvironment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar)))
            .ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
}
