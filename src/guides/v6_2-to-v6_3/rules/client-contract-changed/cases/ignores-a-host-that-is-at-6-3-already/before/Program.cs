using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryClients(new[]
{
    new Client { ClientId = "shop", AllowedGrantTypes = GrantTypes.Code, BackChannelLogoutUri = "https://shop/logout" },
});
builder.Build().Run();
