using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.Models;
using Own = Login.Tools.TokenCleanupService;
using Generics = Login.Generic<Login.Tools.TokenCleanupService>;

namespace Login.Jobs
{
    using Login.Tools;

    // The using inside the namespace is nearer than the one at the top.
    public class A { public TokenCleanupService? Mine; public Own.Inner? Nested; public Own? Alias; public Generics? Gen; public Generics.Nested? GenNested; }

    // From aliases of the whole project, and from static usings.
    public class B { public Sweeper? One; public GlobalSweep? Two; public Nightly? Three; public Kept? Four; public Model.Client? Five; }
}

namespace Login.Jobs.Deep
{
    // Only the usings at the top.
    public class C { public TokenCleanupService? Theirs; public Login.Tools.TokenCleanupService? Ours; public Tools.TokenCleanupService? AlsoOurs; }

    public class D
    {
        public class TokenCleanupService { }
        public TokenCleanupService? Mine;
        public class E { public TokenCleanupService? MineToo; }
    }

    // A nested type that is inherited comes before everything else.
    public class F : D { public TokenCleanupService? Inherited; }
    public class G<TokenCleanupService> where TokenCleanupService : Tools.TokenCleanupService { public TokenCleanupService? Parameter; }

    // Arity tells these apart.
    public class H { public Generic? Plain; public Generic<H>? Of; public Generic<H>.Nested? Inner; }

    public class I
    {
        public void M<RefreshToken>(RefreshToken t) where RefreshToken : Own { }
        public Kind K => Kind.Client;
        public global::Duende.IdentityServer.Models.RefreshToken? R;
        public global::Login.Client.Settings? S;
    }
}

namespace Login
{
    using T = Duende.IdentityServer.EntityFramework.TokenCleanupService;

    public class J { public T? Theirs; public Duende.IdentityServer.Models.Client? Client; public Client.Settings? Settings; }

    namespace Inner
    {
        using T = Login.Tools.TokenCleanupService;

        public class K { public T? Ours; public List<T>? Many; public T[]? More; public (T, int)? Pair; }
    }
}
