using Duende.IdentityServer.EntityFramework;
using Moq;
using NSubstitute;

namespace Login;

public class Tests
{
    public async Task Sweeps(IEnumerable<TokenCleanupService> services)
    {
        var mock = new Mock<TokenCleanupService>(null, null, null, null, null);
        mock.Setup(x => x.CleanupGrantsAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        await mock.Object.CleanupGrantsAsync();
        await Substitute.For<TokenCleanupService>(null, null, null, null, null).Received().CleanupGrantsAsync();
        foreach (var service in services) await service.CleanupGrantsAsync();
    }
}
