using Microsoft.AspNetCore.Mvc.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Login.Tests;

public class DiscoveryTests : IClassFixture<WebApplicationFactory<Program>>
{
    private readonly HttpClient _client;

    public DiscoveryTests(WebApplicationFactory<Program> factory) => _client = factory.CreateClient();

    [Fact]
    public async Task Document_is_stable()
    {
        var response = await _client.GetAsync("/.well-known/openid-configuration");
        var served = await response.Content.ReadAsStringAsync();
        var path = Path.Combine(AppContext.BaseDirectory, "Data", "discovery.json");
        var expected = JObject.Parse(await File.ReadAllTextAsync(path));

        Assert.True(JToken.DeepEquals(expected, JObject.Parse(served)));
    }
}
