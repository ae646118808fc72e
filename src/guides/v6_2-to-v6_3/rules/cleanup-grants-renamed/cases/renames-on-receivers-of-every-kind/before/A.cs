using Duende.IdentityServer.EntityFramework;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
namespace Acme;
public record Holder(TokenCleanupService Cleanup, int N);
public record struct Pair(string Name, TokenCleanupService Service);
public class Receivers
{
    private readonly IServiceScopeFactory _scopes;
    private readonly Lazy<TokenCleanupService> _lazy;
    private readonly Func<TokenCleanupService> _func;
    private readonly IEnumerable<TokenCleanupService> _all;
    private readonly TokenCleanupService[] _array;
    private readonly Dictionary<string, TokenCleanupService> _map = new();
    private TokenCleanupService Current { get; set; }
    private TokenCleanupService this[int i] => _array[i];
    private static TokenCleanupService Find(IServiceProvider sp) => sp.GetRequiredService<TokenCleanupService>();
    private Task<TokenCleanupService> FindAsync() => Task.FromResult<TokenCleanupService>(null);
    private async ValueTask<TokenCleanupService> FindValueAsync() => await FindAsync();
    private bool TryFind(out TokenCleanupService s) { s = null; return false; }
    private (string Name, TokenCleanupService Service) Tuple() => default;

    public async Task Scope(CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TokenCleanupService>().RemoveExpiredGrantsAsync(ct);
        using (var s = _scopes.CreateScope())
        {
            var c = s.ServiceProvider.GetService<TokenCleanupService>();
            await c!.RemoveExpiredGrantsAsync(ct).ConfigureAwait(false);
            if (c is not null) await c.RemoveExpiredGrantsAsync(cancellationToken: ct);
        }
    }
    public async Task Many(object o, Holder h, Pair p)
    {
        await _lazy.Value.RemoveExpiredGrantsAsync();
        await _func().RemoveExpiredGrantsAsync();
        await _func.Invoke().RemoveExpiredGrantsAsync();
        foreach (var x in _all) await x.RemoveExpiredGrantsAsync();
        await _all.First().RemoveExpiredGrantsAsync();
        await Task.WhenAll(_all.Select(x => x.RemoveExpiredGrantsAsync()));
        await _array[0].RemoveExpiredGrantsAsync();
        await _map["a"].RemoveExpiredGrantsAsync();
        if (_map.TryGetValue("a", out var fromMap)) await fromMap.RemoveExpiredGrantsAsync();
        await Current.RemoveExpiredGrantsAsync();
        await (Current ??= Find(null)).RemoveExpiredGrantsAsync();
        await this[0].RemoveExpiredGrantsAsync();
        await (await FindAsync()).RemoveExpiredGrantsAsync();
        await (await FindValueAsync().ConfigureAwait(false)).RemoveExpiredGrantsAsync();
        if (TryFind(out var found)) await found.RemoveExpiredGrantsAsync();
        if (TryFind(out TokenCleanupService typed)) await typed.RemoveExpiredGrantsAsync();
        await Tuple().Service.RemoveExpiredGrantsAsync();
        var (name, service) = Tuple();
        await service.RemoveExpiredGrantsAsync();
        (string n2, TokenCleanupService s2) = Tuple();
        await s2.RemoveExpiredGrantsAsync();
        var (inner, count) = h;
        await inner.RemoveExpiredGrantsAsync();
        await h.Cleanup.RemoveExpiredGrantsAsync();
        await (h with { N = 2 }).Cleanup.RemoveExpiredGrantsAsync();
        await p.Service.RemoveExpiredGrantsAsync();
        if (o is TokenCleanupService t) await t.RemoveExpiredGrantsAsync();
        if (o is Holder { Cleanup: { } c2 }) await c2.RemoveExpiredGrantsAsync();
        if (o is Holder(var c3, _)) await c3.RemoveExpiredGrantsAsync();
        await (o as TokenCleanupService)?.RemoveExpiredGrantsAsync();
        await ((TokenCleanupService)o).RemoveExpiredGrantsAsync();
        switch (o)
        {
            case TokenCleanupService s when s != null: await s.RemoveExpiredGrantsAsync(); break;
            case Holder { Cleanup: var c4 }: await c4.RemoveExpiredGrantsAsync(); break;
        }
        var task = o switch { TokenCleanupService s => s.RemoveExpiredGrantsAsync(), Holder hh => hh.Cleanup.RemoveExpiredGrantsAsync(), _ => Task.CompletedTask };
        Func<CancellationToken, Task> f = Current.RemoveExpiredGrantsAsync;
        Func<TokenCleanupService, Task> g = x => x.RemoveExpiredGrantsAsync();
        Func<TokenCleanupService, CancellationToken, Task> k = static (x, ct) => x.RemoveExpiredGrantsAsync(ct);
        var m = Current.RemoveExpiredGrantsAsync;
        async Task Local(TokenCleanupService z) => await z.RemoveExpiredGrantsAsync();
        await Local(Current);
        await Task.Run(Current.RemoveExpiredGrantsAsync().Wait);
        await (Current ?? _array[0]).RemoveExpiredGrantsAsync();
        await (count > 0 ? Current : null).RemoveExpiredGrantsAsync();
        var arr = new[] { Current, null };
        await arr[^1].RemoveExpiredGrantsAsync();
        var list = new List<TokenCleanupService> { Current };
        list.ForEach(async x => await x.RemoveExpiredGrantsAsync());
        var anon = new { Svc = Current, Current };
        await anon.Svc.RemoveExpiredGrantsAsync();
        await anon.Current.RemoveExpiredGrantsAsync();
        await Find(null).RemoveExpiredGrantsAsync();
        await Receivers.Find(null)
            .RemoveExpiredGrantsAsync(
                CancellationToken.None);
        ref var r = ref _array[0];
        await r.RemoveExpiredGrantsAsync();
        var q = from x in _all where x != null select x.RemoveExpiredGrantsAsync();
        await Generic(Current).RemoveExpiredGrantsAsync();
        await GenericOf<TokenCleanupService>().RemoveExpiredGrantsAsync();
        _ = Current?.RemoveExpiredGrantsAsync() is { } tt;
    }
    private static T Generic<T>(T x) => x;
    private static T GenericOf<T>() => default;
    private static Task Constrained<T>(T x) where T : TokenCleanupService => x.RemoveExpiredGrantsAsync();
}
public class AdminController : Controller
{
    [HttpPost] public async Task<IActionResult> Purge([FromServices] TokenCleanupService cleanup, CancellationToken ct) { await cleanup.RemoveExpiredGrantsAsync(ct); return Ok(); }
}
public class PurgeModel : PageModel
{
    public async Task<IActionResult> OnPostAsync([FromServices] TokenCleanupService cleanup) { await cleanup.RemoveExpiredGrantsAsync(HttpContext.RequestAborted); return Page(); }
}
