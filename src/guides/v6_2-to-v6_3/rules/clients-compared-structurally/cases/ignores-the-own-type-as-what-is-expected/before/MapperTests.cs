using FluentAssertions;
using Duende.IdentityServer.EntityFramework.Entities;
using Xunit;

namespace Acme.Login.Tests;

public class ClientDto
{
    public string ClientId { get; set; } = "";
}

public class MapperTests
{
    [Fact]
    public void Keeps(ClientDto dto, Client client)
    {
        client.Should().BeEquivalentTo(dto);
        Assert.Equivalent(dto, client);
    }
}
