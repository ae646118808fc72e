import { beforeAll, describe, expect, it } from 'vitest';
import { testGrammar } from '../../testing/grammar.ts';
import { indexIn } from '../../testing/index-in.ts';
import type { Grammar } from './grammar.ts';

const service = 'Duende.IdentityServer.EntityFramework.TokenCleanupService';
let grammar: Grammar;
beforeAll(async () => {
  grammar = await testGrammar();
});

const names = [
  service,
  'Duende.IdentityServer.EntityFramework.ITokenCleanupService',
  'RemoveExpiredGrantsAsync',
  'AddIdentityServer',
  'Duende.IdentityServer.Configuration.IdentityServerOptions',
];
const indexOf = (files: Record<string, string>, usings: string[] = []) =>
  indexIn(files, names, grammar, { usings, targetFramework: 'net6.0' });
const uses = (files: Record<string, string> | string, usings?: string[]) =>
  indexOf(typeof files === 'string' ? { 'A.cs': files } : files, usings)
    .usesOf('RemoveExpiredGrantsAsync', service)
    .map(({ kind, confidence, receiver }) => `${confidence} ${kind} ${receiver}`);

const using = 'using Duende.IdentityServer.EntityFramework;\n';
const inMethod = (body: string, more = '') =>
  `${using}class C { ${more} async Task M(IServiceProvider sp, object o) { ${body} } }`;

describe('a use of a member', () => {
  it.each([
    [
      'a local by var and GetRequiredService',
      'var s = sp.GetRequiredService<TokenCleanupService>(); await s.RemoveExpiredGrantsAsync();',
    ],
    [
      'a call straight on what is resolved',
      'await sp.GetRequiredService<TokenCleanupService>().RemoveExpiredGrantsAsync();',
    ],
    ['a cast', 'await ((TokenCleanupService)o).RemoveExpiredGrantsAsync();'],
    ['an as with a bang', 'await (o as TokenCleanupService)!.RemoveExpiredGrantsAsync();'],
    ['a pattern variable', 'if (o is TokenCleanupService t) await t.RemoveExpiredGrantsAsync();'],
    [
      'a conditional access under await',
      'TokenCleanupService t = null; await t?.RemoveExpiredGrantsAsync().ConfigureAwait(false);',
    ],
    ['new', 'var t = new TokenCleanupService(null, null, null); await t.RemoveExpiredGrantsAsync();'],
    ['a method group', 'TokenCleanupService t = null; Func<CancellationToken, Task> f = t.RemoveExpiredGrantsAsync;'],
    ['nameof on the type', 'var n = nameof(TokenCleanupService.RemoveExpiredGrantsAsync);'],
    ['an explicit lambda parameter', 'Run(async (TokenCleanupService t) => await t.RemoveExpiredGrantsAsync());'],
    ['a local function parameter', 'Task L(TokenCleanupService t) => t.RemoveExpiredGrantsAsync();'],
    [
      'a full name',
      'Duende.IdentityServer.EntityFramework.TokenCleanupService t = null; await t.RemoveExpiredGrantsAsync();',
    ],
  ])('is certain on %s', (_, body) => {
    expect(uses(inMethod(body)).map((use) => use.split(' ')[0])).toEqual(['certain']);
  });

  it('is certain on a field, a property and an inherited field', () => {
    expect(
      uses({
        'Base.cs': `${using}abstract class B { protected TokenCleanupService Inner; }`,
        'C.cs': `${using}class C : B { TokenCleanupService _f; TokenCleanupService P { get; }
          void M() { _f.RemoveExpiredGrantsAsync(); this.P.RemoveExpiredGrantsAsync(); Inner.RemoveExpiredGrantsAsync(); } }`,
      }),
    ).toEqual(['certain call _f', 'certain call this.P', 'certain call Inner']);
  });

  it('is certain without a receiver in a class derived twice, in other files', () => {
    expect(
      uses({
        'A.cs': `${using}namespace N; class First : TokenCleanupService { }`,
        'B.cs':
          'namespace N; class Second : First { Task M() => RemoveExpiredGrantsAsync(); Task N() => base.RemoveExpiredGrantsAsync(); }',
      }),
    ).toEqual(['certain call ', 'certain call base']);
  });

  it('follows an alias, and a global using in another file', () => {
    expect(uses(`using T = ${service};\nclass C { void M(T t) { t.RemoveExpiredGrantsAsync(); } }`)).toEqual([
      'certain call t',
    ]);
    expect(
      uses({
        'U.cs': 'global using Duende.IdentityServer.EntityFramework;',
        'C.cs': 'class C { void M(TokenCleanupService t) => t.RemoveExpiredGrantsAsync(); }',
      }),
    ).toEqual(['certain call t']);
    expect(
      uses('class C { void M(TokenCleanupService t) => t.RemoveExpiredGrantsAsync(); }', [
        'Duende.IdentityServer.EntityFramework',
      ]),
    ).toEqual(['certain call t']);
  });

  it('follows a chain through types that no name leads to', () => {
    expect(
      uses({
        'Box.cs': `${using}namespace N; public class Box { public TokenCleanupService Inner { get; } }`,
        'Outer.cs': 'namespace N; public class Outer { public Box TheBox; }',
        'C.cs': 'namespace N; class C { Task M(Outer o) => o.TheBox.Inner.RemoveExpiredGrantsAsync(); }',
      }),
    ).toEqual(['certain call o.TheBox.Inner']);
  });

  it('follows a type parameter to its constraint, and a local function to what it returns', () => {
    expect(
      uses(`${using}class G<T> where T : class, TokenCleanupService { Task M(T t) => t.RemoveExpiredGrantsAsync(); }`),
    ).toEqual(['certain call t']);
    expect(
      uses(`${using}class C { Task M<T>(T t) where T : TokenCleanupService => t.RemoveExpiredGrantsAsync(); }`),
    ).toEqual(['certain call t']);
    expect(uses(inMethod('TokenCleanupService Local() => null; await Local().RemoveExpiredGrantsAsync();'))).toEqual([
      'certain call Local()',
    ]);
    expect(
      uses(
        `${using}class Mine { public Task RemoveExpiredGrantsAsync() => null; } class C { void M() { Mine Local() => null; Local().RemoveExpiredGrantsAsync(); } }`,
      ),
    ).toEqual([]);
  });

  it('asks each call of a long chain once, whose methods are declared elsewhere', () => {
    const chain = Array.from({ length: 20 }, (_, i) => `.Step${i}()`).join('');
    expect(uses(inMethod(`var made = sp${chain}; made.RemoveExpiredGrantsAsync();`))).toEqual(['possible call made']);
  });

  it('does not run in circles after a type parameter that is constrained by itself', () => {
    expect(
      uses(`${using}class G<T, U> where T : IEquatable<T>, U where U : G<T, U> {
        void M(T t, U u, TokenCleanupService s) { t.RemoveExpiredGrantsAsync(); u.RemoveExpiredGrantsAsync(); s.RemoveExpiredGrantsAsync(); } }`),
    ).toEqual(['certain call s']);
  });

  it('says that the team has an extension method of that name, and what the call is given', () => {
    const extension =
      'static class X { public static Task RemoveExpiredGrantsAsync(this TokenCleanupService s, string why) => null; }';
    const call = (more: string) => {
      const text = `${using}${more} class C { void M(TokenCleanupService t, string s) { t.RemoveExpiredGrantsAsync(s); } }`;
      const [use] = indexOf({ 'A.cs': text }).usesOf('RemoveExpiredGrantsAsync', service);
      return [use?.hasExtension, use?.call?.arguments.map(({ text: given }) => given)];
    };
    expect(call(extension)).toEqual([true, ['s']]);
    expect(call('')).toEqual([false, ['s']]);
  });

  it('is possible where the receiver cannot be told', () => {
    expect(uses(inMethod('dynamicThing.RemoveExpiredGrantsAsync();'))).toEqual(['possible call dynamicThing']);
    expect(uses(inMethod('Make().RemoveExpiredGrantsAsync();'))).toEqual(['possible call Make()']);
  });

  it.each([
    [
      'an own type of the same name in the own namespace',
      {
        'A.cs': `${using}namespace N; class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => null; } class C { void M(TokenCleanupService t) => t.RemoveExpiredGrantsAsync(); }`,
      },
    ],
    [
      'an own type in a parent namespace',
      {
        'A.cs': 'namespace N; public class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => null; }',
        'B.cs': `${using}namespace N.M; class C { void M(TokenCleanupService t) => t.RemoveExpiredGrantsAsync(); }`,
      },
    ],
    [
      'an interface of the team',
      {
        'A.cs':
          'interface ICleaner { Task RemoveExpiredGrantsAsync(); } class C { void M(ICleaner t) => t.RemoveExpiredGrantsAsync(); }',
      },
    ],
    [
      'a type from another library',
      { 'A.cs': `${using}class C { void M(ISomebodyElses t) => t.RemoveExpiredGrantsAsync(); }` },
    ],
    [
      'an own method of the class',
      {
        'A.cs': `${using}class C { Task RemoveExpiredGrantsAsync() => null; Task M() => RemoveExpiredGrantsAsync(); }`,
      },
    ],
    [
      "a subclass's own method of that name",
      {
        'A.cs': `${using}class C : TokenCleanupService { public new Task RemoveExpiredGrantsAsync() => null; Task M() => RemoveExpiredGrantsAsync(); }`,
      },
    ],
    [
      'a local function',
      { 'A.cs': inMethod('Task RemoveExpiredGrantsAsync() => null; await RemoveExpiredGrantsAsync();') },
    ],
    [
      'comments and strings',
      {
        'A.cs': inMethod(
          '/* s.RemoveExpiredGrantsAsync() */ var x = "s.RemoveExpiredGrantsAsync()"; // RemoveExpiredGrantsAsync',
        ),
      },
    ],
    [
      'code that no build compiles',
      { 'A.cs': inMethod('TokenCleanupService t = null;\n#if NEVER\nt.RemoveExpiredGrantsAsync();\n#endif\n') },
    ],
    ['dynamic', { 'A.cs': inMethod('dynamic d = o; d.RemoveExpiredGrantsAsync();') }],
    [
      'IdentityServer4',
      {
        'A.cs':
          'using IdentityServer4.EntityFramework;\nclass C { void M(IdentityServer4.EntityFramework.TokenCleanupService t) => t.RemoveExpiredGrantsAsync(); }',
      },
    ],
  ])('is not seen on %s', (_, files) => {
    expect(uses(files as Record<string, string>)).toEqual([]);
  });

  it('counts a using inside a namespace before the types of the parents', () => {
    expect(
      uses({
        'A.cs': 'namespace N { public class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => null; } }',
        'B.cs':
          'namespace N.M { using Duende.IdentityServer.EntityFramework; class C { void M(TokenCleanupService t) => t.RemoveExpiredGrantsAsync(); } }',
      }),
    ).toEqual(['certain call t']);
  });
});

describe('an injection', () => {
  const injections = (code: string) =>
    indexOf({ 'A.cs': `${using}${code}` })
      .injectionsOf(service)
      .map(
        ({ at, retype, uses, escapes }) =>
          `${at.role}: ${retype.length} types, ${uses.map((u) => u.name).join()}, ${escapes.length} escapes`,
      );

  it('flows from a constructor into a private field and its uses', () => {
    expect(
      injections(`class C { private readonly TokenCleanupService _c;
        public C(TokenCleanupService c) { _c = c ?? throw new ArgumentNullException(nameof(c)); }
        Task M() => _c.RemoveExpiredGrantsAsync(); }`),
    ).toEqual(['injected-parameter: 2 types, RemoveExpiredGrantsAsync, 0 escapes']);
  });

  it('flows from a primary constructor, a handler and a resolution', () => {
    expect(injections('class C(TokenCleanupService c) { Task M() => c.RemoveExpiredGrantsAsync(); }')).toEqual([
      'injected-parameter: 1 types, RemoveExpiredGrantsAsync, 0 escapes',
    ]);
    expect(
      injections(
        'class C { void M(WebApplication app) => app.MapPost("/x", async (TokenCleanupService c) => await c.RemoveExpiredGrantsAsync()); }',
      ),
    ).toEqual(['injected-parameter: 1 types, RemoveExpiredGrantsAsync, 0 escapes']);
    expect(
      injections(
        'class C { Task M(IServiceProvider sp) { var s = sp.GetRequiredService<TokenCleanupService>(); return s.RemoveExpiredGrantsAsync(); } }',
      ),
    ).toEqual(['resolved: 1 types, RemoveExpiredGrantsAsync, 0 escapes']);
    expect(
      injections(
        'class C { Task M(IServiceProvider sp) { TokenCleanupService s = sp.GetRequiredService<TokenCleanupService>(); return s.RemoveExpiredGrantsAsync(); } }',
      ),
    ).toEqual(['resolved: 2 types, RemoveExpiredGrantsAsync, 0 escapes']);
    expect(
      injections(
        'class C { Task M(IServiceProvider sp) => ((TokenCleanupService)sp.GetService(typeof(TokenCleanupService)))?.RemoveExpiredGrantsAsync(); }',
      ),
    ).toEqual(['resolved: 2 types, RemoveExpiredGrantsAsync, 0 escapes']);
  });

  it('escapes where it is handed on, returned or kept where others see it', () => {
    expect(
      injections('class C { void M(IServiceProvider sp) { Run(sp.GetRequiredService<TokenCleanupService>()); } }'),
    ).toEqual(['resolved: 1 types, , 1 escapes']);
    expect(
      injections(
        'class C { TokenCleanupService M(IServiceProvider sp) => sp.GetRequiredService<TokenCleanupService>(); }',
      ),
    ).toEqual(['resolved: 1 types, , 1 escapes']);
    expect(
      injections('class C { public TokenCleanupService P { get; } public C(TokenCleanupService c) { P = c; } }'),
    ).toEqual(['injected-parameter: 2 types, , 1 escapes']);
  });
});

describe('what is not understood', () => {
  it('is a list with a directive inside: nothing is seen there, and a notice says so', () => {
    const index = indexOf({
      'A.cs': inMethod(
        'TokenCleanupService t = null;\nRun(a,\n#if DEBUG\n t.RemoveExpiredGrantsAsync()\n#else\n b\n#endif\n);',
      ),
    });
    expect(index.usesOf('RemoveExpiredGrantsAsync', service)).toEqual([]);
    expect(index.notices.map(({ code, line }) => `${code} ${line}`)).toEqual(['unparsable-region 3']);
  });

  it('is not a block given to a call, with a directive among its statements', () => {
    const index = indexOf({
      'A.cs': inMethod(
        'TokenCleanupService t = null;\nRun(() => {\n#if DEBUG\n t.RemoveExpiredGrantsAsync();\n#endif\n});',
      ),
    });
    expect(index.usesOf('RemoveExpiredGrantsAsync', service)).toHaveLength(1);
    expect(index.notices).toEqual([]);
  });

  it.each([
    ['foreach (var or in ts) { if (or.Id is null or 0) Keep(or); or.RemoveExpiredGrantsAsync(); }', 'or'],
    ['if (Find(out var and)) and.RemoveExpiredGrantsAsync();', 'and'],
    ['required = ts[0]; required.RemoveExpiredGrantsAsync();', 'required'],
  ])('is not a name that is a keyword elsewhere: %s', (body, name) => {
    const index = indexOf({
      'A.cs': `${using}class C { bool Find(out TokenCleanupService t) => throw null;
void M(TokenCleanupService[] ts, TokenCleanupService required) { ${body} } }`,
    });
    expect(index.usesOf('RemoveExpiredGrantsAsync', service).map(({ receiver }) => receiver)).toEqual([name]);
    expect(index.notices).toEqual([]);
  });

  it('is a statement that does not parse, and nothing else in its file', () => {
    const index = indexOf({
      'A.cs': `${using}class C { void M(TokenCleanupService t) { t.RemoveExpiredGrantsAsync(); }
void N(TokenCleanupService t) { var async = await await ] ; t.RemoveExpiredGrantsAsync(); } }`,
    });
    expect(index.usesOf('RemoveExpiredGrantsAsync', service)[0]?.span.start).toBeLessThan(150);
    expect(index.notices.length).toBeGreaterThan(0);
  });
});
