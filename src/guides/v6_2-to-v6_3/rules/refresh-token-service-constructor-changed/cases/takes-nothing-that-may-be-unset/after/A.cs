using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Duende.IdentityServer.Stores.Serialization;
using Duende.IdentityServer.Configuration;
using Microsoft.Extensions.Options;

namespace Login;

// an instance field cannot be read in base(...)
public class FieldOptions : DefaultRefreshTokenService
{
    private readonly PersistentGrantOptions _grants = new();
    public FieldOptions(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, PersistentGrantOptions persistentGrantOptions, ILogger<DefaultRefreshTokenService> logger)
        : base(store, profile, clock, persistentGrantOptions, logger) { _grants.DataProtectData = true; }
}

// may be null
public class MayBeNull : DefaultRefreshTokenService
{
    public MayBeNull(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, PersistentGrantOptions persistentGrantOptions, ILogger<DefaultRefreshTokenService> logger, PersistentGrantOptions grants = null)
        : base(store, profile, clock, persistentGrantOptions, logger) { Has = grants != null; }
    public bool Has { get; }
}

public class OutOptions : DefaultRefreshTokenService
{
    public OutOptions(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, PersistentGrantOptions persistentGrantOptions, ILogger<DefaultRefreshTokenService> logger, out IdentityServerOptions made)
        : base(store, profile, clock, persistentGrantOptions, logger) { made = new(); }
}

public static class Later
{
    public static DefaultRefreshTokenService Make(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<DefaultRefreshTokenService> l)
    {
        var made = new DefaultRefreshTokenService(s, p, c, l);
        var options = new PersistentGrantOptions();
        options.DataProtectData = made != null;
        return made;
    }

    public static DefaultRefreshTokenService Unassigned(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<DefaultRefreshTokenService> l)
    {
        PersistentGrantOptions options;
        var made = new DefaultRefreshTokenService(s, p, c, l);
        options = null;
        return made;
    }
    public static void Lambda(IServiceCollection services)
    {
        IdentityServerOptions outer = new();
        services.AddTransient<IRefreshTokenService>(static sp => new DefaultRefreshTokenService(null, null, null, null));
        Console.WriteLine(outer);
    }
}

public class Grand : DefaultRefreshTokenService
{
    private static readonly PersistentGrantOptions Shared = new() { DataProtectData = true };
    public Grand(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, PersistentGrantOptions persistentGrantOptions, ILogger<DefaultRefreshTokenService> logger)
        : base(store, profile, clock, persistentGrantOptions, logger) { }
    public bool Protects => Shared.DataProtectData;
}

// two of them
public class TwoOptions : DefaultRefreshTokenService
{
    public TwoOptions(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, PersistentGrantOptions one, PersistentGrantOptions two, ILogger<DefaultRefreshTokenService> logger)
        : base(store, profile, clock, one, logger) { }
}

// wrapped
public class Wrapped : DefaultRefreshTokenService
{
    public Wrapped(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, IOptions<IdentityServerOptions> ids, ILogger<DefaultRefreshTokenService> logger)
        : base(store, profile, clock, ids.Value.PersistentGrants, logger) => Emits = ids.Value.EmitStaticAudienceClaim;

    public bool Emits { get; }

    public static Wrapped Make(IServiceProvider sp) => new(sp.GetService<IRefreshTokenStore>(), null, null, null, null);
}
