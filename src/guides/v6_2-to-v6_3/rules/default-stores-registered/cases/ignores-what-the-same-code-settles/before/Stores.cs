public class OwnStore : Duende.IdentityServer.Stores.IClientStore { public Task<Duende.IdentityServer.Models.Client> FindClientByIdAsync(string id) => null; }
public class OwnCache : Duende.IdentityServer.Services.IReplayCache { public Task AddAsync(string p, string h, DateTimeOffset e) => null; public Task<bool> ExistsAsync(string p, string h) => null; }
