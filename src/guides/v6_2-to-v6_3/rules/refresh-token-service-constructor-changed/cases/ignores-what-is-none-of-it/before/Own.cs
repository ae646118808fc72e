using Duende.IdentityServer.Stores.Serialization;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Moved : DefaultRefreshTokenService
{
    public Moved(IRefreshTokenStore s, IProfileService p, ISystemClock c, PersistentGrantOptions o, ILogger<Moved> l) : base(s, p, c, o, l) { }
}

#if NEVER
public class Dead : DefaultRefreshTokenService
{
    public Dead(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<Dead> l) : base(s, p, c, l) { }
}
#endif

public class Composed : IDisposable
{
    // new DefaultRefreshTokenService(s, p, c, l)
    private readonly DefaultRefreshTokenService _inner;
    private const string Help = "new DefaultRefreshTokenService(s, p, c, l)";

    public Composed(DefaultRefreshTokenService inner) => _inner = inner;

    public void Dispose() { }
}
