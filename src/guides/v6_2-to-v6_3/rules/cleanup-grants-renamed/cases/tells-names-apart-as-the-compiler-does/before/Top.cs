using Duende.IdentityServer.EntityFramework;
namespace Acme;
public class OwnWins { public Task Go(TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
