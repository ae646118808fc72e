namespace Login;

public static class Shared
{
    public static Duende.IdentityServer.Stores.IClientStore ClientsOf(IServiceProvider sp) => sp.GetRequiredService<Duende.IdentityServer.Stores.IClientStore>();
}
