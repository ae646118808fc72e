import { beforeAll, describe, expect, it } from 'vitest';
import { testGrammar } from '../../testing/grammar.ts';
import { indexIn } from '../../testing/index-in.ts';
import type { Change } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Grammar } from './grammar.ts';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await testGrammar();
});

const base = 'Product.Base';
const options = 'Product.Settings.Options';

const indexOf = (text: string) => indexIn({ 'A.cs': text }, [base, options], grammar);

const using = 'using Product;\n';
const calls = (text: string, type = base) =>
  indexOf(using + text)
    .constructionsOf(type)
    .map(({ kind, span, arguments: given, by, path }) => {
      const { text: all } = indexOf(using + text).sourceOf(path);
      return `${kind} at ${all.slice(span.start, span.end)} with ${given.map(({ name, text: t }) => (name ? `${name}: ${t}` : t)).join(', ')}${by ? ` by ${by.type}` : ''}`;
    });

describe('a call of a constructor', () => {
  it.each([
    ['an initializer', 'class C : Base { C(int a) : base(a, b: 1) { } }', 'base at base with a, b: 1 by C'],
    ['a primary constructor', 'class C(int a) : Base(a);', 'base at Base with a by C'],
    ['a generic base', 'class C : Base<int> { C() : base(1) { } }', 'base at base with 1 by C'],
    ['new', 'class C { object M() => new Base(1); }', 'new at Base with 1'],
    ['a qualified new', 'class C { object M() => new Product.Base(1); }', 'new at Base with 1'],
    ['a local of the type', 'class C { void M() { Base b = new(1); } }', 'new at new with 1'],
    ['an arrow', 'class C { Base M() => new(1); }', 'new at new with 1'],
    ['a return', 'class C { Base M() { return new(1); } }', 'new at new with 1'],
    [
      'an async return',
      'class C { async System.Threading.Tasks.Task<Base> M() { return new(1); } }',
      'new at new with 1',
    ],
    ['a field', 'class C { Base b = new(1); }', 'new at new with 1'],
    ['a property', 'class C { Base B { get; } = new(1); }', 'new at new with 1'],
    ['a branch', 'class C { Base M(bool x) => x ? null : new(1); }', 'new at new with 1'],
    ['an argument', 'class C { void N(Base b) {} void M() { N(new(1)); } }', 'new at new with 1'],
    [
      'another part of the type',
      'partial class C : Base { } partial class C { C() : base(1) { } }',
      'base at base with 1 by C',
    ],
  ])('is found in %s', (_what, text, expected) => {
    expect(calls(text)).toEqual([expected]);
  });

  it.each([
    [
      'a type of the same name',
      'namespace My { class Base { public Base(int a) { } } class C : Base { C() : base(1) { } } }',
    ],
    [
      'an initializer of a class with another base',
      'class D { public D(int a) { } } class C : D { C() : base(1) { } }',
    ],
    ['this()', 'class C : Base { C(int a) : base() { } C() : this(1) { } }'.replace(' : base()', '')],
    ['a lambda in a method of the type', 'class C { Base M() { System.Func<object> f = () => new(1); return null; } }'],
    ['dead code', '#if NEVER\nclass C { object M() => new Base(1); }\n#endif'],
    ['a comment', '// new Base(1)\nclass C { Base b; }'],
  ])('is not seen in %s', (_what, text) => {
    expect(calls(text)).toEqual([]);
  });

  it('is found for a type of the solution, from derived types and from its own other constructors', () => {
    const text =
      'class C : Base { public C(int a) { } public C() : this(1) { } }\nclass D : C { public D() : base(2) { } object M() => new C(3); }';
    expect(calls(text, 'C').sort()).toEqual([
      'base at base with 2 by D',
      'new at C with 3',
      'this at this with 1 by C',
    ]);
  });
});

describe('a constructor', () => {
  it('tells its parameters, what they default to and where they are used', () => {
    const [found] = indexOf(
      `${using}class C<T> : Base { int x; /// <param name="a">the a</param>\n public C(Options a, System.Func<T> b = null) : base(a) { x = a.X; var y = nameof(a); this.b = b; } }`,
    ).constructorsOf('C');
    expect(found?.selfType).toBe('C<T>');
    expect(found?.documented.map(({ name }) => name)).toEqual(['a']);
    expect(
      found?.parameters.map(({ name, typeText, isOptional, uses }) => [
        name,
        typeText,
        isOptional,
        uses.map(({ kind, argument }) => `${kind}${argument ? ' given on' : ''}`),
      ]),
    ).toEqual([
      ['a', 'Options', false, ['value given on', 'value', 'nameof given on']],
      ['b', 'System.Func<T>', true, ['value']],
    ]);
  });

  it('tells which constructor belongs to which of nested types', () => {
    const index = indexOf(`${using}struct S { class C : Base { public C(int a) { } } S(int b, int c) { } }`);
    expect(index.constructorsOf('S').map(({ parameters }) => parameters.length)).toEqual([2]);
    expect(index.constructorsOf('S.C').map(({ parameters }) => parameters.length)).toEqual([1]);
  });
});

describe('a documented constructor', () => {
  const head = (index: ReturnType<typeof indexOf>) => index.constructorsOf('C')[0]!;
  const lines = [
    'using Product;',
    'class C : Base',
    '{',
    '    /// <summary>Makes one.</summary>',
    '    /// <param name="a">The a.</param>',
    '    /// <param name="b">The b.</param>',
    '    public C(int a, int b) : base(a) { }',
    '}',
    '',
  ];
  const text = lines.join('\n');
  const edited = (changes: readonly Change[]) =>
    changes
      .flatMap((change) => (change.kind === 'edit' ? [change] : []))
      .toSorted((x, y) => y.span.start - x.span.start)
      .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text)
      .split('\n');

  it('describes a parameter that is put in', () => {
    const index = indexOf(text);
    const changes = index.insertParameter(head(index), 1, { type: 'long', name: 'n', description: 'The n.' });
    expect(edited(changes)).toEqual([
      ...lines.slice(0, 5),
      '    /// <param name="n">The n.</param>',
      ...lines.slice(5, 6),
      '    public C(int a, long n, int b) : base(a) { }',
      ...lines.slice(7),
    ]);
  });

  it('no longer describes a parameter that is taken out', () => {
    const index = indexOf(text);
    expect(edited(index.removeParameter(head(index), 1))).toEqual([
      ...lines.slice(0, 5),
      '    public C(int a) : base(a) { }',
      ...lines.slice(7),
    ]);
  });
});

describe('what code can name', () => {
  const at = (text: string) => {
    const index = indexOf(`using Product; using Product.Settings;\n${text}`);
    const source = index.sourceOf('A.cs' as FilePath).text;
    const start = source.indexOf('HERE');
    return index
      .valuesAt({ path: 'A.cs' as FilePath, span: { start, end: start }, projects: [] })
      .filter(({ type }) => type.kind === 'product' && type.name === options)
      .map(({ name, kind }) => `${kind} ${name}`);
  };

  it.each([
    ['a parameter and a field', 'class C { Options f; void M(Options p) { HERE(); } }', ['parameter p', 'field f']],
    [
      'only static members in a static method',
      'class C { Options f; static Options s; static void M() { HERE(); } }',
      ['field s'],
    ],
    [
      'a local only behind its declaration',
      'class C { void M() { Options a = null; HERE(); Options b = null; } }',
      ['local a'],
    ],
    [
      'parameters, but no members, in an initializer',
      'class C : Base { Options f; C(Options p) : base(HERE) { } }',
      ['parameter p'],
    ],
    ['parameters of a primary constructor', 'class C(Options p) : Base(HERE);', ['parameter p']],
    ['what a lambda sees', 'class C { void M(Options p) { F(x => HERE()); } }', ['parameter p']],
    ['nothing from outside a static lambda', 'class C { void M(Options p) { F(static x => HERE()); } }', []],
    ['no members in the initializer of a field', 'class C { Options f; object g = HERE(); }', []],
    ['members of another part', 'partial class C { Options f; } partial class C { void M() { HERE(); } }', ['field f']],
  ])('is %s', (_what, text, expected) => {
    expect(at(text)).toEqual(expected);
  });
});
