using FluentAssertions;
using IdentityModel.Client;
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
        dto.Should().BeEquivalentTo(client); // BeEquivalentTo(client)
    }
}
