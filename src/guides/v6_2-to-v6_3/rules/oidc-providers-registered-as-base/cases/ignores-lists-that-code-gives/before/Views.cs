using Duende.IdentityServer.Models;

namespace Login;

public static class Config
{
    public static IEnumerable<OidcProvider> Providers => new List<OidcProvider>();
}

public class LoginView
{
    public LoginView(IEnumerable<OidcProvider> providers) { }
}

public record LoginRow(IEnumerable<OidcProvider> Providers);

public class Sorter
{
    public Sorter(ILogger<Sorter> logger) { }

    public int Compare(IEnumerable<OidcProvider> left, IEnumerable<OidcProvider> right) => 0;
}
