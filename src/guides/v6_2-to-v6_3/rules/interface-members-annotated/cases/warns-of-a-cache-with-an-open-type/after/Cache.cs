using Duende.IdentityServer.Services;

namespace Login;

public class Cache<T> : ICache<T> where T : class
{
    public Task<T?> GetAsync(string key) => throw new NotSupportedException();
}
