using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Own { public Own Again() => this; }

public interface IFactory { TokenCleanupService Make(); Own Make(int i); }

public class Factory : IFactory
{
    public TokenCleanupService Make() => null!;
    public Own Make(int i) => new();
    public Own Make(string s, bool b = false) => new();
    public static TokenCleanupService Get(string name) => null!;
    public static Own Get(params int[] ids) => new();
    public T Get<T>() where T : Own, new() => new();
    public Own Only() => new();
}

public static class Extensions
{
    public static Own Wrap(this TokenCleanupService service) => new();
    public static Own AsOwn(this Own own) => own;
}

public class Calls
{
    private readonly Factory _factory = new();

    public void Overloads(IFactory contract)
    {
        _factory.Make().ToString();
        _factory.Make(1).Again();
        _factory.Make("x").Again();
        _factory.Make(s: "x", b: true).Again();
        contract.Make().ToString();
        contract.Make(2).Again();
        Factory.Get("x").ToString();
        Factory.Get(1, 2).Again();
        Factory.Get().Again();
        _factory.Get<Own>().Again();
        _factory.Only().Again();
        var one = _factory.Make();
        one.ToString();
        var two = _factory.Make(3);
        two.Again();
        one.Wrap().Again();
        two.AsOwn().Again();
    }

    public Own Twice() => new();
    public TokenCleanupService Twice(int i) => null!;

    public void Here()
    {
        Twice().Again();
        Twice(1).ToString();
        this.Twice(1).ToString();
        Func<Own> group = Twice;
        group().Again();
        Lambda(x => x.Again());
        Lambda(x => x.ToString());
    }

    private void Lambda(Func<Own, Own> f) { }
    private void Lambda(Func<TokenCleanupService, string> f, int n = 0) { }
}

public class Parent { protected virtual Own Value() => new(); public TokenCleanupService Value(string s) => null!; }
public class Child : Parent
{
    protected override Own Value() => base.Value().Again();
    public void M() { Value().Again(); Value("x").ToString(); base.Value("x").ToString(); }
}
