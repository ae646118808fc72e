namespace Acme;

public static class Registration
{
    public static void AddLogin(this IServiceCollection services)
    {
        services.AddIdentityServer();
    }
}
