using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddInMemoryClients(new[] { new Client { ClientId = "machine", AllowedGrantTypes = GrantTypes.ClientCredentials } });
builder.Build().Run();
