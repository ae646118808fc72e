using Microsoft.AspNetCore;
using Microsoft.AspNetCore.DataProtection;

WebHost.CreateDefaultBuilder(args)
    .ConfigureServices((context, services) =>
    {
        services.AddIdentityServer()
            .AddInMemoryClients(Array.Empty<Client>()); // demo only
        services.AddDataProtection().SetApplicationName(context.HostingEnvironment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));
    })
    .Configure(app => app.UseIdentityServer())
    .Build()
    .Run();
