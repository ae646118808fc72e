using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

public class Settings { }

public class Warmup : BackgroundService
{
    public Warmup(IOptionsMonitor<Settings> settings, IOptions<OpenIdConnectOptions> fixedOnes) { }
    // IOptionsMonitor<OpenIdConnectOptions>
}

public class Handler
{
    public Handler(IOptionsMonitor<OpenIdConnectOptions> options) { }
}

namespace Own
{
    public class BackgroundService { }
    public class Job : BackgroundService { public Job(IOptionsMonitor<OpenIdConnectOptions> options) { } }
}
