using Duende.IdentityServer.Hosting.DynamicProviders;
using Base = Login.Ours.ConfigureAuthenticationOptions<int, int>;

namespace Login.Ours;

public class ConfigureAuthenticationOptions<T, TProvider>
{
    public ConfigureAuthenticationOptions(string accessor) { }
}

public class Derived : ConfigureAuthenticationOptions<int, int>
{
    public Derived() : base("a") { }

    public static Base Make() => new("a");
}
