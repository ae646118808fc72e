using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Own : DefaultRefreshTokenService
{
    public Own(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<Own> persistentGrantOptions)
        : base(s, p, c, persistentGrantOptions) { }
}

public class Keeps
{
    public Serializing.PersistentGrantSerializer Serializer { get; set; }
}
