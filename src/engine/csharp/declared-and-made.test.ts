import { beforeAll, describe, expect, it } from 'vitest';
import { testGrammar } from '../../testing/grammar.ts';
import { indexIn } from '../../testing/index-in.ts';
import { applyEdits } from '../text/edits.ts';
import type { TextEdit } from '../workspace/change.ts';
import type { Grammar } from './grammar.ts';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await testGrammar();
});

const indexOf = (text: string) =>
  indexIn({ 'A.cs': `using Product;\n${text}` }, ['Product.Thing', 'Product.IDo', 'C'], grammar);

describe('an object that is made', () => {
  const objects = (text: string) =>
    indexOf(text)
      .objectsOf('Product.Thing')
      .map(({ members, setLater, isHandedOn }) =>
        [members, setLater]
          .map((set) => set.map(({ member, text: v }) => `${member}=${v}`).join())
          .join(' then ')
          .concat(isHandedOn ? ' handed on' : ''),
      );

  it.each([
    ['by new with an initializer', 'class C { object M() => new Thing { A = 1, B = x }; }', ['A=1,B=x then ']],
    ['by new() where the target tells its type', 'class C { Thing M() { return new() { A = 1 }; } }', ['A=1 then ']],
    ['and filled later', 'class C { void M() { var t = new Thing(); t.A = 1; t.B = 2; o.A = 3; } }', [' then A=1,B=2']],
    [
      'and kept in a field',
      'class C { Thing t; void M() { t = new Thing(); this.t.A = 1; } void N() { t.B = 2; } }',
      [' then A=1'],
    ],
    ['and handed on', 'class C { void M() { var t = new Thing(); Fill(t); } }', [' then  handed on']],
    ['of a derived type', 'class Own : Thing { } class C { object M() => new Own { A = 1 }; }', ['A=1 then ']],
    [
      'of an own type of that name',
      'namespace N { class Thing { } class C { object M() => new Thing { A = 1 }; } }',
      [],
    ],
    ['of a name that nothing brings', 'class C { object M() => new Other.Thing { A = 1 }; }', []],
  ])('%s', (_, text, expected) => expect(objects(text)).toEqual(expected));

  it.each([
    ['new Thing { A = 1 }', 'new Thing { A = 1, Z = 9 }'],
    ['new Thing { A = 1, }', 'new Thing { A = 1, Z = 9, }'],
    ['new Thing()', 'new Thing() { Z = 9 }'],
    ['new Thing { }', 'new Thing { Z = 9 }'],
    ['new Thing\n{\n  A = 1,\n  B = 2 // why\n}', 'new Thing\n{\n  A = 1,\n  B = 2, // why\n  Z = 9\n}'],
    ['new Thing\n{\n  A = 1, // why\n}', 'new Thing\n{\n  A = 1, // why\n  Z = 9,\n}'],
    ['new Thing\n{\n#if X\n  A = 1,\n#endif\n}', 'new Thing\n{\n#if X\n  A = 1,\n#endif\n}'],
  ])('%s takes one member more', (made, expected) => {
    const index = indexOf(`class C { object M() => ${made}; }`);
    const [object] = index.objectsOf('Product.Thing');
    const { text } = index.sourceOf(object!.path);
    const edits = index.addMember(object!, 'Z = 9') as TextEdit[];
    expect(applyEdits(text, edits)).toBe(text.replace(made, expected));
  });
});

describe('a member of a derived type', () => {
  it('tells how it is declared', () => {
    const [own, explicit] = indexOf(
      'class C : IDo { public async Task<T> Go(string a, T b = null) { } Task IDo.Go() => x; class D { void Go() { } } }',
    ).membersNamed('Go', 'Product.IDo');
    expect([own!.kind, own!.typeText, own!.modifiers, own!.parameters.map(({ typeText }) => typeText)]).toEqual([
      'method',
      'Task<T>',
      ['public', 'async'],
      ['string', 'T'],
    ]);
    expect(explicit!.explicitFor).toEqual({ kind: 'product', name: 'Product.IDo' });
  });

  it('may be a property, a field or a type', () => {
    const kinds = (text: string) =>
      indexOf(`class C : Thing { ${text} }`)
        .membersNamed('X', 'Product.Thing')
        .map(({ kind, typeText }) => `${kind} ${typeText}`);
    expect(kinds('string? X { get; set; }')).toEqual(['property string?']);
    expect(kinds('int Y, X;')).toEqual(['field int']);
    expect(kinds('class X { }')).toEqual(['type ']);
    expect(kinds('void M(int X) { var y = X; }')).toEqual([]);
  });
});

describe('a string', () => {
  const uses = (text: string) =>
    indexOf(`class C { void M() { ${text} } }`)
      .literalsOf('k')
      .map(({ argumentOf, keyOf }) => (argumentOf ? `${argumentOf.call.name} ${argumentOf.index}` : keyOf));

  it.each([
    ['o.Entries.Add("k", "k");', ['Add 0', 'Add 1']],
    ['o.Entries["k"] = 1;', ['o.Entries']],
    ['var o = new O { Entries = { ["k"] = 1, { "k", "k" } } };', ['Entries', 'Entries', null]],
    ['o.Entries = new D<string, int> { { "k", 1 } };', ['o.Entries']],
    ['/* "k" */ var s = "k";', [null]],
  ])('%s', (text, expected) => expect(uses(text)).toEqual(expected));
});
