import { expect, it } from 'vitest';
import { testGrammar } from '../../testing/grammar.ts';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { buildIndex } from './build-index.ts';

const code = `
class Tests
{
    const string Name = "constant";
    string Twice(string given) => given + given; // "comment"
    static string Other() => "not used";

    void Run(string unknown)
    {
        var local = Twice(Name);
        string Inner() => Files.Stored;
        Check(local, Inner(), unknown);
    }

    void Check(string one, string two, string three) => Compare(one, two);
}
static class Files { public static string Stored { get; } = "stored"; }
`;

it('follows locals, constants, methods, members of other types, and parameters to what calls give', async () => {
  const path = 'A.cs' as FilePath;
  const index = buildIndex({
    workspace: workspaceOfTexts({ [path]: code }),
    builds: [],
    hasProjects: false,
    grammar: await testGrammar(),
    names: ['Compare'],
  });
  const [call] = index.invocationsOf('Compare');
  const strings = call!.arguments.map(({ whole }) =>
    index.originsOf({ path, span: whole }).flatMap(({ literals }) => literals.map(({ value }) => value)),
  );
  expect(strings).toEqual([['constant'], ['stored']]);
  const whole = index.originsOf({ path, span: call!.arguments[0]!.whole });
  expect(whole.filter(({ text }) => text.includes('comment'))).toEqual([]);
});
