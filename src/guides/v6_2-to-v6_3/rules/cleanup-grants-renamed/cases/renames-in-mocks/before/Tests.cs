using Duende.IdentityServer.EntityFramework;
using Moq;
using NSubstitute;

namespace Login;

public class Tests
{
    public async Task Sweeps(IEnumerable<TokenCleanupService> services)
    {
        var mock = new Mock<TokenCleanupService>(null, null, null, null, null);
        mock.Setup(x => x.RemoveExpiredGrantsAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        await mock.Object.RemoveExpiredGrantsAsync();
        await Substitute.For<TokenCleanupService>(null, null, null, null, null).Received().RemoveExpiredGrantsAsync();
        foreach (var service in services) await service.RemoveExpiredGrantsAsync();
    }
}
