using FluentAssertions;
using Duende.IdentityServer.Models;
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
        Assert.Equivalent(client, dto);
    }
}
