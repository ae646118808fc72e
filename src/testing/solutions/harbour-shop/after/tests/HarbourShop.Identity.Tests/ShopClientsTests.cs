using FluentAssertions;
using HarbourShop.Identity.Configuration;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace HarbourShop.Identity.Tests;

public class ShopClientsTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string>
        {
            ["Secrets:Storefront"] = "a",
            ["Secrets:StockImport"] = "b",
        })
        .Build();

    [Fact]
    public void Ids_are_unique()
    {
        ShopClients.All(Settings).Select(client => client.ClientId).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Nobody_keeps_a_refresh_token_without_asking_for_it()
    {
        ShopClients.All(Settings)
            .Where(client => client.AllowOfflineAccess)
            .Select(client => client.ClientId)
            .Should().BeEquivalentTo("storefront", "counter-app");
    }
}
