namespace My.Web;

public static class EndpointNames { public const string Home = "home"; }

public class Inside { public string Home => EndpointNames.Home; }
