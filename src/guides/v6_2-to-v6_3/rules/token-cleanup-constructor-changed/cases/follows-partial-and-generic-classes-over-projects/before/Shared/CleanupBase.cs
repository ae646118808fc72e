using Duende.IdentityServer.EntityFramework;
namespace Acme.Shared;
public abstract partial class CleanupBase<TTenant> : TokenCleanupService where TTenant : class
{
    protected TTenant Tenant { get; }
}
