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
        await scope.ServiceProvider.GetRequiredService<ITokenCleanupService>().CleanupGrantsAsync(ct);
        using (var s = _scopes.CreateScope())
        {
            var c = s.ServiceProvider.GetService<ITokenCleanupService>();
            await c!.CleanupGrantsAsync(ct).ConfigureAwait(false);
            if (c is not null) await c.CleanupGrantsAsync(cancellationToken: ct);
        }
    }
    public async Task Many(object o, Holder h, Pair p)
    {
        await _lazy.Value.CleanupGrantsAsync();
        await _func().CleanupGrantsAsync();
        await _func.Invoke().CleanupGrantsAsync();
        foreach (var x in _all) await x.CleanupGrantsAsync();
        await _all.First().CleanupGrantsAsync();
        await Task.WhenAll(_all.Select(x => x.CleanupGrantsAsync()));
        await _array[0].CleanupGrantsAsync();
        await _map["a"].CleanupGrantsAsync();
        if (_map.TryGetValue("a", out var fromMap)) await fromMap.CleanupGrantsAsync();
        await Current.CleanupGrantsAsync();
        await (Current ??= Find(null)).CleanupGrantsAsync();
        await this[0].CleanupGrantsAsync();
        await (await FindAsync()).CleanupGrantsAsync();
        await (await FindValueAsync().ConfigureAwait(false)).CleanupGrantsAsync();
        if (TryFind(out var found)) await found.CleanupGrantsAsync();
        if (TryFind(out TokenCleanupService typed)) await typed.CleanupGrantsAsync();
        await Tuple().Service.CleanupGrantsAsync();
        var (name, service) = Tuple();
        await service.CleanupGrantsAsync();
        (string n2, TokenCleanupService s2) = Tuple();
        await s2.CleanupGrantsAsync();
        var (inner, count) = h;
        await inner.CleanupGrantsAsync();
        await h.Cleanup.CleanupGrantsAsync();
        await (h with { N = 2 }).Cleanup.CleanupGrantsAsync();
        await p.Service.CleanupGrantsAsync();
        if (o is TokenCleanupService t) await t.CleanupGrantsAsync();
        if (o is Holder { Cleanup: { } c2 }) await c2.CleanupGrantsAsync();
        if (o is Holder(var c3, _)) await c3.CleanupGrantsAsync();
        await (o as TokenCleanupService)?.CleanupGrantsAsync();
        await ((TokenCleanupService)o).CleanupGrantsAsync();
        switch (o)
        {
            case TokenCleanupService s when s != null: await s.CleanupGrantsAsync(); break;
            case Holder { Cleanup: var c4 }: await c4.CleanupGrantsAsync(); break;
        }
        var task = o switch { TokenCleanupService s => s.CleanupGrantsAsync(), Holder hh => hh.Cleanup.CleanupGrantsAsync(), _ => Task.CompletedTask };
        Func<CancellationToken, Task> f = Current.CleanupGrantsAsync;
        Func<TokenCleanupService, Task> g = x => x.CleanupGrantsAsync();
        Func<TokenCleanupService, CancellationToken, Task> k = static (x, ct) => x.CleanupGrantsAsync(ct);
        var m = Current.CleanupGrantsAsync;
        async Task Local(TokenCleanupService z) => await z.CleanupGrantsAsync();
        await Local(Current);
        await Task.Run(Current.CleanupGrantsAsync().Wait);
        await (Current ?? _array[0]).CleanupGrantsAsync();
        await (count > 0 ? Current : null).CleanupGrantsAsync();
        var arr = new[] { Current, null };
        await arr[^1].CleanupGrantsAsync();
        var list = new List<TokenCleanupService> { Current };
        list.ForEach(async x => await x.CleanupGrantsAsync());
        var anon = new { Svc = Current, Current };
        await anon.Svc.CleanupGrantsAsync();
        await anon.Current.CleanupGrantsAsync();
        await Find(null).CleanupGrantsAsync();
        await Receivers.Find(null)
            .CleanupGrantsAsync(
                CancellationToken.None);
        ref var r = ref _array[0];
        await r.CleanupGrantsAsync();
        var q = from x in _all where x != null select x.CleanupGrantsAsync();
        await Generic(Current).CleanupGrantsAsync();
        await GenericOf<TokenCleanupService>().CleanupGrantsAsync();
        _ = Current?.CleanupGrantsAsync() is { } tt;
    }
    private static T Generic<T>(T x) => x;
    private static T GenericOf<T>() => default;
    private static Task Constrained<T>(T x) where T : TokenCleanupService => x.CleanupGrantsAsync();
}
public class AdminController : Controller
{
    [HttpPost] public async Task<IActionResult> Purge([FromServices] ITokenCleanupService cleanup, CancellationToken ct) { await cleanup.CleanupGrantsAsync(ct); return Ok(); }
}
public class PurgeModel : PageModel
{
    public async Task<IActionResult> OnPostAsync([FromServices] ITokenCleanupService cleanup) { await cleanup.CleanupGrantsAsync(HttpContext.RequestAborted); return Page(); }
}
