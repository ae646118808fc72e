import { beforeAll, describe, expect, it } from 'vitest';
import { testGrammar } from '../../../testing/grammar.ts';
import { indexIn } from '../../../testing/index-in.ts';
import type { Grammar } from '../grammar.ts';
import type { LibraryTable } from './library.ts';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await testGrammar();
});

const library: LibraryTable = {
  namespace: 'Product',
  extensionsIn: 'Product',
  types: {
    Shop: {
      Name: 'string',
      Note: 'string?',
      Owner: '.Person?',
      Tags: 'ICollection<string>',
      Words: 'IEnumerable<string>?',
      Parts: 'IEnumerable<.Part>',
    },
    Person: { Name: 'string', Mail: 'string?' },
    Part: { Label: 'string?' },
    IShops: {
      Find: '(string id): Task<.Shop?>',
      Read: '(string id): .Shop?',
      Any: '(string~ id): .Shop~',
      'this[]': 'string?',
    },
  },
  extensions: {},
};

const start = 'using Product;\nclass C {\n  void Take(string s) { }\n';

/** Each warning as its code and what it names, in the code of one method's body. */
function flows(body: string, signature = 'async Task M(Shop a, Shop? b, IShops shops)', annotations = true): string[] {
  const text = `${start}  ${signature} { ${body} }\n}`;
  const names = Object.keys(library.types).map((name) => `Product.${name}`);
  const index = indexIn({ 'A.cs': text }, names, grammar);
  return index
    .nullFlows({
      library,
      contextAt: () => ({ annotations, warnings: annotations }),
      isConfigurationAnnotated: () => false,
    })
    .flatMap(({ warnings }) => warnings)
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

describe('a value that may be null since now', () => {
  it.each([
    ['an argument', 'Take(a.Note);', ['CS8604 a.Note']],
    ['a dereference', 'var n = a.Note.Length;', ['CS8602 a.Note']],
    ['an assignment', 'a.Name = a.Note;', ['CS8601 a.Note']],
    ['a written type', 'string n = a.Note;', ['CS8600 a.Note']],
    ['what a task gives', 'var s = await shops.Find("x"); Take(s.Name);', ['CS8602 s']],
    [
      'in a loop',
      'Shop s = a; while (true) { Take(s.Name); s = shops.Read("x"); }',
      ['CS8602 s', 'CS8600 shops.Read("x")'],
    ],
    ['behind a try', 'var s = shops.Read("x"); try { Take(""); } finally { } Take(s.Name);', ['CS8602 s']],
    ['a cast', 'var s = (Shop)shops.Read("x");', ['CS8600 (Shop)shops.Read("x")']],
    ['an arm', 'Take(a.Name switch { "x" => a.Note, _ => "" });', ['CS8604 a.Name switch { "x" => a.Note, _ => "" }']],
    ['in an array', 'string[] all = { a.Name, a.Note };', ['CS8601 a.Note']],
    ['in a list', 'var all = new List<string> { a.Note };', ['CS8604 a.Note']],
    ['in a dictionary', 'var all = new Dictionary<string, string>(); all["x"] = a.Note;', ['CS8601 a.Note']],
    ['of a sequence', 'foreach (var p in a.Parts.Where(p => true)) Take(p.Label);', ['CS8604 p.Label']],
    ['selected', 'foreach (var l in a.Parts.Select(p => p.Label)) Take(l);', ['CS8604 l']],
    [
      'a list of them',
      'List<string> all = a.Parts.Select(p => p.Label).ToList();',
      ['CS8619 a.Parts.Select(p => p.Label).ToList()'],
    ],
    ['an array of shops', 'var all = new Shop[] { a }; Take(all[0].Note);', ['CS8604 all[0].Note']],
    ['a claim', 'var c = new Claim("x", a.Note);', ['CS8604 a.Note']],
    ['a claim in a list', 'var all = new List<Claim> { new("x", a.Note) };', ['CS8604 a.Note']],
    ['a claim that is added', 'var all = new List<Claim>(); all.Add(new("x", a.Note));', ['CS8604 a.Note']],
    ['a pair', 'var all = new Dictionary<string, string> { { "x", a.Note } };', ['CS8604 a.Note']],
    ['a value at its key', 'var all = new Dictionary<string, string> { ["x"] = a.Note };', ['CS8601 a.Note']],
    ['a key', 'var all = new Dictionary<string, int>(); all.ContainsKey(a.Note);', ['CS8604 a.Note']],
    ['a list in brackets', 'List<string> all = [a.Name, a.Note];', ['CS8604 a.Note']],
    ['an array in brackets', 'string[] all = [a.Note];', ['CS8601 a.Note']],
    ['an array of any', 'string[] all = new[] { a.Name, a.Note };', ['CS8619 new[] { a.Name, a.Note }']],
    ['a path', 'var p = Path.Combine("x", a.Note);', ['CS8604 a.Note']],
    ['texts that are joined', 'var s = string.Join(" ", a.Words);', ['CS8604 a.Words']],
    ['an action', 'Action<string> f = s => { }; f(a.Note);', ['CS8604 a.Note']],
    ['a task of a written type', 'var t = Task.FromResult<string>(a.Note);', ['CS8604 a.Note']],
    ['a name for a part', 'if (b is { Note: var n }) Take(n);', ['CS8604 n']],
    ['what a member that says nothing gives', 'var s = shops.Any("x"); Take(s.Note);', ['CS8604 s.Note']],
    ['what it holds at an index', 'Take(shops["x"]);', ['CS8604 shops["x"]']],
    ['behind what is joined', 'var s = a.Name == "x" ? a.Note : string.Join(" ", a.Tags); Take(s);', ['CS8604 s']],
  ])('%s', (_, body, expected) => {
    expect(flows(body)).toEqual(expected);
  });

  it.each([
    ['yielded', 'yield return a.Note;', 'IEnumerable<string> M(Shop a)', ['CS8603 a.Note']],
    ['returned', 'return a.Note;', 'string M(Shop a)', ['CS8603 a.Note']],
    ['in a task', 'return Task.FromResult(a.Note);', 'Task<string> M(Shop a)', ['CS8619 Task.FromResult(a.Note)']],
    ['in a task that takes it', 'return Task.FromResult(a.Note);', 'Task<string?> M(Shop a)', []],
  ])('%s', (_, body, signature, expected) => {
    expect(flows(body, signature)).toEqual(expected);
  });
});

describe('what is checked, or was null before', () => {
  it.each([
    ['a comparison', 'if (a.Note != null) Take(a.Note);'],
    ['an early return', 'if (a.Note is null) return; Take(a.Note);'],
    ['null or a property', 'if (b is null or { Note: null }) return; Take(b.Note);'],
    ['a property', 'if (a is { Note: not null }) Take(a.Note);'],
    ['a property of a property', 'if (a is { Owner.Mail: { } m }) Take(a.Owner.Mail + m);'],
    ['a name for it', 'if (shops.Read("x") is { Note: { } n } s) Take(s.Note);'],
    ['a chain', 'if (b?.Note == null) return; Take(b.Note);'],
    ['a longer chain', 'if (b?.Owner?.Mail is not { } mail) return; Take(b.Owner.Mail);'],
    ['a chain of text', 'if (string.IsNullOrEmpty(b?.Note)) return; Take(b.Note);'],
    ['a throw', 'var n = a.Note ?? throw new Exception(); Take(n);'],
    ['an assignment in a condition', 'string? n; if ((n = a.Note) != null) Take(n);'],
    ['a case', 'switch (b?.Note) { case "x": case "y": Take(b.Note); break; }'],
    ['a case of null', 'var s = shops.Read("x"); switch (s) { case null: return; default: break; } Take(s.Name);'],
    ['the last arm', 'Take(a.Note switch { null => "", var n => n });'],
    ['the arm of what a call gives', 'Take(shops.Read("x") switch { null => "", var s => s.Name });'],
    ['a suppression', 'Take(a.Note!);'],
    ['what a member that says nothing gives itself', 'var s = shops.Any("x"); Take(s.Name);'],
    ['a member that says nothing', 'Take(a.Street);'],
    ['texts that are joined from parts', 'var s = string.Join(" ", a.Note, a.Name);'],
    ['a list that takes null, in brackets', 'List<string?> all = [a.Note];'],
    ['a dereference before', 'var n = shops.Read("x"); var m = n!.Name; Take(n.Name);'],
    ['the own null', 'Take(b.Name);'],
    ['only the texts of a sequence', 'List<string> all = a.Parts.Select(p => p.Label).OfType<string>().ToList();'],
    ['a list that takes them', 'List<string?> all = a.Parts.Select(p => p.Label).ToList();'],
    ['a switch that is not left alive', 'switch (a.Note) { case null: throw new Exception(); } Take(a.Note);'],
  ])('%s', (_, body) => {
    expect(flows(body)).toEqual([]);
  });

  it('is found in what a class of the team inherits', () => {
    const text = 'using Product;\nclass Own : Shop { string M() => Note; int N() => base.Note.Length; }';
    const index = indexIn({ 'A.cs': text }, ['Product.Shop'], grammar);
    const context = { annotations: true, warnings: true };
    const found = index.nullFlows({ library, contextAt: () => context, isConfigurationAnnotated: () => false });
    const said = found
      .flatMap(({ warnings }) => warnings)
      .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
    expect(said).toEqual(['CS8603 Note', 'CS8602 base.Note']);
  });

  it('is nothing where the compiler does not warn', () => {
    expect(flows('Take(a.Note);', 'void M(Shop a)', false)).toEqual([]);
  });
});
