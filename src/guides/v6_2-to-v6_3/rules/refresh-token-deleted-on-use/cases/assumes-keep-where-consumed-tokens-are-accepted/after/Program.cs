using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.EmitStaticAudienceClaim = true;
    options.PersistentGrants.DeleteOneTimeOnlyRefreshTokensOnUse = false;
})
    .AddInMemoryClients(new[] { new Client { ClientId = "app", AllowOfflineAccess = true } });
builder.Services.AddTransient<IRefreshTokenService, Lenient>();
builder.Build().Run();

class Lenient : DefaultRefreshTokenService
{
    public Lenient(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, ILogger<DefaultRefreshTokenService> logger)
        : base(store, profile, clock, logger) { }

    protected override Task<bool> AcceptConsumedTokenAsync(RefreshToken refreshToken)
        => Task.FromResult(refreshToken.ConsumedTime > DateTime.UtcNow.AddSeconds(-30));
}
