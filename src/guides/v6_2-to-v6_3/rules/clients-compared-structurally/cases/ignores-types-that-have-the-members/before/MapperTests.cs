using FluentAssertions;
using Duende.IdentityServer.EntityFramework.Entities;
using Xunit;

namespace Acme.Login.Tests;

public class ClientDto
{
    public string ClientId { get; set; } = "";
    public object InitiateLoginUri { get; set; }
    public object RequireDPoP { get; set; }
    public object DPoPValidationMode { get; set; }
    public object DPoPClockSkew { get; set; }
}

public class MapperTests
{
    [Fact]
    public void Keeps(ClientDto dto, Client client)
    {
        dto.Should().BeEquivalentTo(client);
    }
}
