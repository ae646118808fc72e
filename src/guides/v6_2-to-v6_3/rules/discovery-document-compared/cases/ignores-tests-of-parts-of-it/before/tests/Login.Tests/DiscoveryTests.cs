using System.Text.Json;
using FluentAssertions;
using IdentityModel.Client;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Login.Tests;

public record Discovered(string issuer, string token_endpoint);

public class DiscoveryTests
{
    private readonly HttpClient _client = new();

    private Task<string> Get() => _client.GetStringAsync("/.well-known/openid-configuration");

    [Fact]
    public async Task Issuer_is_the_same()
    {
        var served = JObject.Parse(await Get());
        var expected = JObject.Parse(File.ReadAllText("a.json"));
        Assert.Equal(expected["issuer"], served["issuer"]);
    }

    [Fact]
    public async Task Known_members_are_the_same()
    {
        var expected = JsonSerializer.Deserialize<Discovered>(File.ReadAllText("b.json"));
        var served = JsonSerializer.Deserialize<Discovered>(await Get());
        served.Should().BeEquivalentTo(expected);
        Assert.Equal(expected, served);
    }

    [Fact]
    public async Task Has_what_it_had()
    {
        var served = JObject.Parse(await Get());
        var expected = JObject.Parse(File.ReadAllText("c.json"));
        var old = served.Properties().Where(p => expected.ContainsKey(p.Name)).Select(p => p.Name);
        old.Should().BeEquivalentTo(expected.Properties().Select(p => p.Name));
    }

    [Fact]
    public async Task Endpoint_stays()
    {
        var document = await _client.GetDiscoveryDocumentAsync();
        var expected = JObject.Parse(File.ReadAllText("d.json"));
        document.TokenEndpoint.Should().Be(expected.Value<string>("token_endpoint"));
    }

    [Fact]
    public async Task Members_of_an_anonymous_object()
    {
        // Assert.True(JToken.DeepEquals(JObject.Parse(File.ReadAllText("e.json")), JObject.Parse(await Get())));
        var served = await _client.GetFromJsonAsync<Dictionary<string, object>>("/.well-known/openid-configuration");
        served.Should().BeEquivalentTo(new
        {
            issuer = "https://localhost:5001",
            jwks_uri = "https://localhost:5001/.well-known/openid-configuration/jwks",
            authorization_endpoint = "https://localhost:5001/connect/authorize",
            scopes_supported = new[] { "openid" },
            claims_supported = new[] { "sub" },
            subject_types_supported = new[] { "public" },
        });
    }
}
