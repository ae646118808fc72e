namespace Acme;

public class ServerTests
{
    public void Starts()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddIdentityServer();
    }
}
