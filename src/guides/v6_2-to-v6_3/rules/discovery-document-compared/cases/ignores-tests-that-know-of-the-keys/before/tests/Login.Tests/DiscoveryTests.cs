using Microsoft.AspNetCore.Mvc.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Login.Tests;

public class DiscoveryTests
{
    [Fact]
    public async Task Document_is_stable(HttpClient client)
    {
        var served = JObject.Parse(await client.GetStringAsync("/.well-known/openid-configuration"));
        served.Remove("prompt_values_supported");
        served.Remove("dpop_signing_alg_values_supported");
        Assert.True(JToken.DeepEquals(JObject.Parse(File.ReadAllText("discovery.json")), served));
    }
}
