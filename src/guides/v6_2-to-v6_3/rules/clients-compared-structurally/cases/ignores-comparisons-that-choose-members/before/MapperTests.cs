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
        dto.Should().BeEquivalentTo(client, o => o.ExcludingMissingMembers());
        dto.Should().BeEquivalentTo(client, o => o.Including(x => x.ClientId));
        dto.Should().BeEquivalentTo(client, o => o.Excluding(x => x.InitiateLoginUri).Excluding(x => x.RequireDPoP).Excluding(x => x.DPoPValidationMode).Excluding(x => x.DPoPClockSkew));
    }
}
