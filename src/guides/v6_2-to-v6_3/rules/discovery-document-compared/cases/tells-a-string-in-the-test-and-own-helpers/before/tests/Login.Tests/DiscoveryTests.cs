using Microsoft.AspNetCore.Mvc.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Login.Tests;

public class DiscoveryTests
{
    private const string Address = "/.well-known/openid-configuration";
    private const string Expected = """
        {
                "issuer": "https://localhost:5001",
                "jwks_uri": "https://localhost:5001/.well-known/openid-configuration/jwks",
                "authorization_endpoint": "https://localhost:5001/connect/authorize",
                "token_endpoint": "https://localhost:5001/connect/token",
                "userinfo_endpoint": "https://localhost:5001/connect/userinfo",
                "end_session_endpoint": "https://localhost:5001/connect/endsession",
                "scopes_supported": [
                        "openid",
                        "profile",
                        "offline_access"
                ],
                "claims_supported": [
                        "sub",
                        "name"
                ],
                "grant_types_supported": [
                        "authorization_code",
                        "client_credentials",
                        "refresh_token"
                ],
                "response_types_supported": [
                        "code",
                        "id_token"
                ],
                "subject_types_supported": [
                        "public"
                ],
                "id_token_signing_alg_values_supported": [
                        "RS256"
                ],
                "code_challenge_methods_supported": [
                        "plain",
                        "S256"
                ]
        }
        """;

    [Fact]
    public async Task Document_is_stable()
    {
        var actual = await Fetch();
        ShouldMatch(Expected, actual);
    }

    private static void ShouldMatch(string expected, string actual) =>
        Assert.Equal(Sorted(expected), Sorted(actual));

    private static string Sorted(string json) => JObject.Parse(json).ToString();

    private static async Task<string> Fetch()
    {
        using var client = new WebApplicationFactory<Program>().CreateClient();
        return await client.GetStringAsync(Address);
    }
}
