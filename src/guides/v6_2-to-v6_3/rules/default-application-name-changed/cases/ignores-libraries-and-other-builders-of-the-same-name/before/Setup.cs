namespace Acme;

public static class WebApplication
{
    public static string CreateBuilder() => "a form for applications on the web";
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddIdentityServer();

    public static string Form() => WebApplication.CreateBuilder();
}
