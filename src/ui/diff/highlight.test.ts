import { describe, expect, it } from 'vitest';
import { colour, languageOf, segmentsOf } from './highlight.ts';

describe('colour', () => {
  it('finds keywords, strings and comments of C#, line by line', async () => {
    const lines = ['var name = "x"; // why', 'return name;'];
    const colours = await colour(lines.join('\n'), 'csharp');
    const words = colours.map((tokens, at) =>
      tokens.map(({ start, end, kind }) => [kind, lines[at]?.slice(start, end)]),
    );
    expect(words[0]).toContainEqual(['keyword', 'var']);
    expect(words[0]).toContainEqual(['string', '"x"']);
    expect(words[0]?.some(([kind]) => kind === 'comment')).toBe(true);
    expect(words[1]).toContainEqual(['keyword', 'return']);
  });

  it('keeps a comment of several lines coloured on each', async () => {
    const colours = await colour('/* one\ntwo */', 'csharp');
    expect(colours.map((tokens) => tokens[0]?.kind)).toEqual(['comment', 'comment']);
  });

  it('knows project files as XML and leaves what it does not know plain', () => {
    expect(languageOf('src/Host/Host.csproj')).toBe('xml');
    expect(languageOf('appsettings.Development.json')).toBe('json');
    expect(languageOf('Dockerfile')).toBeNull();
  });
});

describe('segmentsOf', () => {
  it('gives back the whole line, cut where colours and marks meet', () => {
    const segments = segmentsOf('await x.Old();', [{ start: 0, end: 5, kind: 'keyword' }], [{ start: 8, end: 11 }]);
    expect(segments.map(({ text }) => text).join('')).toBe('await x.Old();');
    expect(segments.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['Old']);
    expect(segments[0]).toMatchObject({ text: 'await', kind: 'keyword' });
  });

  it('has nothing to cut in an empty line', () => {
    expect(segmentsOf('', [], [])).toEqual([]);
  });
});
