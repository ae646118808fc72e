using System.Text.Json;
using FluentAssertions;
using IdentityModel.Client;
using Xunit;

namespace Login.Tests;

public class DiscoveryTests
{
    [Fact]
    public async Task Has_exactly_these(HttpClient client)
    {
        var document = await client.GetDiscoveryDocumentAsync();

        document.Json.EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(new[]
        {
            "issuer",
            "jwks_uri",
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "end_session_endpoint",
            "scopes_supported",
            "claims_supported",
            "grant_types_supported",
            "response_types_supported",
            "subject_types_supported",
            "id_token_signing_alg_values_supported",
            "code_challenge_methods_supported",
        });
    }
}
