using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;

namespace Login;

public class Grants : IPersistedGrantService, IPersistedGrantStore
{
    Task<PersistedGrant> IPersistedGrantStore.GetAsync(string key) => throw new NotSupportedException();

    public Task RemoveAllGrantsAsync(string subjectId, string clientId, string sessionId) => Task.CompletedTask;

    public Task<PersistedGrant> GetAsync(int other) => throw new NotSupportedException();
}
