using Duende.IdentityServer.EntityFramework;
using Moq;
using NSubstitute;

namespace Login;

public interface IGrantSweeper { Task RemoveExpiredGrantsAsync(CancellationToken cancellationToken = default); }

public class Tests
{
    private readonly Mock<IGrantSweeper> _mock = new();

    public async Task Sweeps(List<IGrantSweeper> all, IGrantSweeper[] more)
    {
        _mock.Setup(x => x.RemoveExpiredGrantsAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        await _mock.Object.RemoveExpiredGrantsAsync();
        _mock.Verify(x => x.RemoveExpiredGrantsAsync(It.IsAny<CancellationToken>()), Times.Once);
        var sweeper = Substitute.For<IGrantSweeper>();
        await sweeper.Received().RemoveExpiredGrantsAsync();
        await Mock.Of<IGrantSweeper>().RemoveExpiredGrantsAsync();
        await Task.WhenAll(all.Select(x => x.RemoveExpiredGrantsAsync()));
        foreach (var one in more) await one.RemoveExpiredGrantsAsync();
    }
}
