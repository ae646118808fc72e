using IdentityModel;
using IdentityModel.Client;

namespace Host;

public class Tokens
{
    private readonly IHttpClientFactory _clients;
    private readonly string? _userName;

    public Tokens(IHttpClientFactory clients, string? userName)
    {
        _clients = clients;
        _userName = userName;
    }

    public async Task<string> Get()
    {
        var client = _clients.CreateClient();
        var discovery = await client.GetDiscoveryDocumentAsync("https://localhost");
        var response = await client.RequestClientCredentialsTokenAsync(new ClientCredentialsTokenRequest { Address = discovery.TokenEndpoint, ClientId = "a" });
        if (response.IsError) throw new InvalidOperationException(response.Error);
        client.SetBearerToken(response.AccessToken ?? "");
        return response.RefreshToken ?? "";
    }

    public Task<TokenResponse> Log(HttpClient client) =>
        client.RequestPasswordTokenAsync(new PasswordTokenRequest { UserName = _userName ?? throw new InvalidOperationException("UserName is null."), Password = _userName });

    public byte[] Decode() => Base64Url.Decode(_userName ?? "");
}
