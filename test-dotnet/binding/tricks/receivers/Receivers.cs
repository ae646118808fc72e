using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.Models;

namespace Login;

public class Sweep { public int Count; public Sweep Next() => this; public TokenCleanupService Inner = null!; }
public class Other { public Sweep Sweep = new(); public static Other Instance { get; } = new(); }

public partial class Split { private readonly TokenCleanupService _cleanup; private Sweep Own { get; } = new(); }
public partial class Split(TokenCleanupService cleanup, Sweep sweep) : IDisposable
{
    private Sweep Late => sweep;
    public void Dispose() { _ = cleanup.ToString(); _ = Own.Next().Inner.ToString(); _ = Late.Inner.ToString(); _ = _cleanup.ToString(); }
}

public class Scopes
{
    private Other cleanup = new();
    private static readonly Dictionary<string, Sweep> All = new();

    public void Shadowed(TokenCleanupService cleanup)
    {
        cleanup.ToString();
        this.cleanup.Sweep.Next();
        void Local(Sweep cleanup) { cleanup.Next(); }
        Local(new());
        Action<Sweep> act = cleanup2 => cleanup2.Next();
        act(new Sweep());
        { var inner = new Sweep(); inner.Next(); }
        { var inner = new Other(); inner.Sweep.Next(); }
    }

    public void After()
    {
        cleanup.Sweep.Next();
        { Sweep cleanup = new(); cleanup.Next(); }
        Other.Instance.Sweep.Next();
    }

    public void Patterns(object o)
    {
        if (o is Sweep s) s.Next();
        if (o is not Other other) return;
        other.Sweep.Next();
        switch (o)
        {
            case Sweep found when found.Count > 0: found.Next(); break;
            case TokenCleanupService found2: found2.ToString(); break;
            case Other { Sweep: { } deep }: deep.Next(); break;
        }
        var text = o switch { Sweep x => x.Next().ToString(), Other x => x.Sweep.ToString(), _ => "" };
        text.ToString();
    }

    public void Values(IEnumerable<Sweep> many, Sweep? maybe, Other[] others)
    {
        foreach (var one in many) one.Next();
        foreach (Sweep one in many) one.Next();
        foreach (var other in others) other.Sweep.Next();
        var (left, right) = (new Sweep(), new Other());
        left.Next();
        right.Sweep.Next();
        maybe?.Next()?.Inner.ToString();
        (maybe ?? new Sweep()).Next();
        var chosen = many.Any() ? maybe : null;
        chosen?.Next();
        if (All.TryGetValue("x", out var got)) got.Next();
        if (All.TryGetValue("x", out Sweep? typed)) typed.Next();
        var query = from one in many let next = one.Next() where next.Count > 0 select next.Inner;
        query.First().ToString();
        All["x"].Next();
        using var disposable = new Split(null!, new());
        disposable.Dispose();
        Sweep first = new(), second = first.Next();
        second.Next();
        for (var i = new Sweep(); i.Count < 3; i = i.Next()) i.Next();
        try { } catch (InvalidOperationException one) { one.ToString(); }
        var task = Task.FromResult(new Sweep());
        task.Result.Next();
        Func<Sweep> make = () => new();
        make().Next();
        var local = Make();
        local.Next();
        static Sweep Make() => new();
    }

    public async Task Awaited(Task<Sweep> task, ValueTask<Other> value)
    {
        (await task).Next();
        var other = await value;
        other.Sweep.Next();
        (await Later()).Next();
        (await Later().ConfigureAwait(false)).Next();
    }

    private async Task<Sweep> Later() => await Task.FromResult(new Sweep());
}

// `Color Color`: the property has the name of its type.
public class Colored { public Sweep Sweep { get; set; } = new(); public Colored Self => this; public void M() { Sweep.Next(); Self.Sweep.Next(); } }

public record Message(Sweep Sweep, Client Client) { public Sweep Next => Sweep.Next(); }
public struct Value { public Sweep S; public void M() => S.Next(); }
public class Generic<T> where T : Sweep, new() { public T Make() => new T(); public void M() { Make().Next(); new T().Next(); } }
public class Closed : Generic<Sweep> { public void N() { Make().Next(); } }
public abstract class Base { protected Sweep Kept = new(); protected TokenCleanupService? Their; }
public class Derived : Base { public new Other Kept = new(); public void M() { Kept.Sweep.Next(); base.Kept.Next(); ((Base)this).ToString(); Their!.ToString(); } }
public class Grand : Derived { public void N() { Kept.Sweep.Next(); this.Kept.Sweep.Next(); } }
