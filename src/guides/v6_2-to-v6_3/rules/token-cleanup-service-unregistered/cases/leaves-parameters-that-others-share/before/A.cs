using Duende.IdentityServer.EntityFramework;
using Microsoft.AspNetCore.Mvc;
namespace Acme;
public abstract class AdminBase : ControllerBase
{
    public abstract Task<IActionResult> Purge([FromServices] TokenCleanupService cleanup);
}
public class Admin : AdminBase
{
    public override async Task<IActionResult> Purge([FromServices] TokenCleanupService cleanup) { await cleanup.RemoveExpiredGrantsAsync(); return Ok(); }
}
public interface IPurge { Task Purge(TokenCleanupService cleanup); }
public class Purger : IPurge
{
    public Task Purge([FromServices] TokenCleanupService cleanup) => cleanup.RemoveExpiredGrantsAsync();
}
public class Mw : IMiddlewareLike
{
    public Task InvokeAsync(HttpContext ctx, TokenCleanupService cleanup) => cleanup.RemoveExpiredGrantsAsync();
}
public interface IMiddlewareLike { Task InvokeAsync(HttpContext ctx, TokenCleanupService cleanup); }
public delegate Task Handler(TokenCleanupService cleanup);
public static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/a", (Handler)((TokenCleanupService c) => c.RemoveExpiredGrantsAsync()));
        Func<TokenCleanupService, Task> h = (TokenCleanupService c) => c.RemoveExpiredGrantsAsync();
        app.MapPost("/b", h);
        app.MapPost("/c", Static);
        Handler d = Static;
        Static(new TokenCleanupService(null, null, null));
        var v = (TokenCleanupService c) => c.RemoveExpiredGrantsAsync();
        app.MapPost("/d", v);
        var w = (TokenCleanupService c) => c.RemoveExpiredGrantsAsync();
        app.MapPost("/e", w);
        Func<TokenCleanupService, Task> w2 = w;
    }
    private static Task Static(TokenCleanupService cleanup) => cleanup.RemoveExpiredGrantsAsync();
}
public partial class Part
{
    public partial Task Go([FromServices] TokenCleanupService cleanup);
}
public partial class Part
{
    public partial Task Go(TokenCleanupService cleanup) => cleanup.RemoveExpiredGrantsAsync();
}
public class TwoCtors
{
    public TwoCtors(TokenCleanupService c) : this(c, null) { }
    public TwoCtors(TokenCleanupService c, object o) { _c = c; }
    private readonly TokenCleanupService _c;
    public Task Go() => _c.RemoveExpiredGrantsAsync();
}
public class Clash
{
    private readonly TokenCleanupService _c;
    public Clash(TokenCleanupService c) { _c = c; }
    public Clash(Special c) { _c = c; }
    public Task Go() => _c.RemoveExpiredGrantsAsync();
    public static Clash Make(Special s) => new(s);
}
public class Special : TokenCleanupService { public Special() : base(null, null, null) { } }
public class Prop
{
    private TokenCleanupService C { get; }
    public Prop(TokenCleanupService c) => this.C = c;
    public Task Go() { var x = C; return x.RemoveExpiredGrantsAsync(); }
    public bool Same(TokenCleanupService o) => C == o;
}
public static class Setup { public static void Add(IServiceCollection s) => s.AddIdentityServer().AddOperationalStore(); }
