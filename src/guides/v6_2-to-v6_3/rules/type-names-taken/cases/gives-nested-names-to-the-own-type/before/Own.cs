namespace My.Web;

public static class EndpointNames { public const string Home = "home"; }
