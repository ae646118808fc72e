using Microsoft.AspNetCore;

WebHost.CreateDefaultBuilder(args)
    .ConfigureServices((context, services) =>
    {
        services.AddIdentityServer()
            .AddInMemoryClients(Array.Empty<Client>()); // demo only
    })
    .Configure(app => app.UseIdentityServer())
    .Build()
    .Run();
