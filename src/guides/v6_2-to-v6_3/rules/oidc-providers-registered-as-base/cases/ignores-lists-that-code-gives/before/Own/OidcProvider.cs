namespace Own;

public class OidcProvider { }

public class Page
{
    public Page(IEnumerable<OidcProvider> providers) { }
}
