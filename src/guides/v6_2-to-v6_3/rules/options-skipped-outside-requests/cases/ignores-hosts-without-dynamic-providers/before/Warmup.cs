using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

public class Warmup : BackgroundService
{
    public Warmup(IOptionsMonitor<OpenIdConnectOptions> options) { }
}
