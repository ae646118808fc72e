using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => { options.EmitStaticAudienceClaim = true; })
    .AddInMemoryClients(new[] { new Client { ClientId = "portal", FrontChannelLogoutUri = "https://portal.example/out" } });
builder.Build().Run();
