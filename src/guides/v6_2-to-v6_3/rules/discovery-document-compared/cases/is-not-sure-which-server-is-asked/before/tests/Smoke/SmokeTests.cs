using System.Text.Json.Nodes;
using Xunit;

namespace Smoke;

public class SmokeTests
{
    [Fact]
    public async Task Document()
    {
        var url = Environment.GetEnvironmentVariable("AUTHORITY") + "/.well-known/openid-configuration";
        var actual = JsonNode.Parse(await new HttpClient().GetStringAsync(url));
        var expected = JsonNode.Parse(File.ReadAllText("discovery.json"));
        Assert.True(JsonNode.DeepEquals(expected, actual));
    }
}
