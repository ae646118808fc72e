using Duende.IdentityServer.Services;

namespace Host;

public class Handles : IHandleGenerationService
{
    public Task<string?> GenerateAsync(int length = 32) => Task.FromResult<string?>(null);
}

public class Issuer : IIssuerNameService
{
    Task<string?> IIssuerNameService.GetCurrentAsync() => Task.FromResult<string?>("https://localhost");
}

public class Codes : IUserCodeGenerator
{
    public string? UserCodeType => null;

    public int RetryLimit => 1;

    public Task<string> GenerateAsync() => Task.FromResult("1");
}
