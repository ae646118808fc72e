namespace Acme.Infra;
public static class Extensions
{
    public static IIdentityServerBuilder AddAcmeIdentity(this IServiceCollection services) => services.AddIdentityServer().AddAcmeStores();
    public static IIdentityServerBuilder AddAcmeStores(this IIdentityServerBuilder builder)
    {
        return builder.AddOperationalStore(o => o.EnableTokenCleanup = true);
    }
    public static IServiceCollection AddAuditedCleanup(this IServiceCollection services)
    {
        services.AddTransient<Duende.IdentityServer.EntityFramework.TokenCleanupService, Audited>();
        return services;
    }
}
