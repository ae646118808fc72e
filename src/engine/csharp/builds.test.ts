import { beforeAll, describe, expect, it } from 'vitest';
import { testGrammar } from '../../testing/grammar.ts';
import { buildWith } from '../../testing/index-in.ts';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Build } from './build.ts';
import { buildIndex } from './build-index.ts';
import type { Grammar } from './grammar.ts';

const service = 'Duende.IdentityServer.EntityFramework.TokenCleanupService';
const old = 'RemoveExpiredGrantsAsync';
let grammar: Grammar;
beforeAll(async () => {
  grammar = await testGrammar();
});

const path = (text: string) => text as FilePath;
const paths = (...texts: string[]) => texts.map(path);
const indexOf = (files: Record<string, string>, builds: readonly Build[]) =>
  buildIndex({ workspace: workspaceOfTexts(files), builds, hasProjects: true, grammar, names: [service, old] });
const uses = (files: Record<string, string>, builds: readonly Build[]) =>
  indexOf(files, builds)
    .usesOf(old, service)
    .map(({ path: file, projects, confidence }) => `${confidence} ${file} ${projects.join(' ')}`);

const shared = `class Job { Task Run(TokenCleanupService s) => s.${old}(); }`;
const own = `namespace Own; class TokenCleanupService { public Task ${old}() => null; }`;
const efUsings = ['Duende.IdentityServer.EntityFramework'];
const project = (name: string, said: Partial<Build>) =>
  buildWith({ project: path(`${name}.csproj`), sources: paths('Job.cs'), usings: efUsings, ...said });

describe('a file that two projects compile', () => {
  it('is one use where both read it alike', () => {
    expect(uses({ 'Job.cs': shared }, [project('A', {}), project('B', {})])).toEqual([
      'certain Job.cs A.csproj B.csproj',
    ]);
  });

  it('means in each what that project imports', () => {
    const files = { 'Job.cs': shared, 'Own.cs': own };
    const b = project('B', { sources: paths('Job.cs', 'Own.cs'), usings: ['Own'], product: null });
    for (const builds of [
      [project('A', {}), b],
      [b, project('A', {})],
    ]) {
      expect(uses(files, builds)).toEqual(['certain Job.cs A.csproj']);
      const at = { path: path('Job.cs'), span: { start: shared.indexOf(old), end: shared.indexOf(old) + old.length } };
      expect(indexOf(files, builds).isReadAlike(at)).toBe(false);
      expect(indexOf(files, builds).readersOf(at)).toHaveLength(2);
    }
  });

  it('is read where either of them sets the symbol', () => {
    const files = { 'Job.cs': `#if IDS\n${shared}\n#endif` };
    const at = { path: path('Job.cs'), span: { start: 10, end: 15 } };
    const builds = [project('A', {}), project('B', { defines: ['IDS'] })];
    expect(uses(files, builds)).toEqual(['certain Job.cs B.csproj']);
    expect(
      indexOf(files, builds)
        .readersOf(at)
        .map(({ project: of }) => of),
    ).toEqual(['B.csproj']);
  });

  it("prefers a project's own declaration to that of a reference", () => {
    const files = {
      'Base.cs': `namespace N; public class Base : ${service} { }`,
      'Job.cs': `namespace N; class Job { Task Run(Base s) => s.${old}(); }`,
      'Own.cs': `namespace N; public class Base { public Task ${old}() => null; }`,
    };
    const lib = project('Lib', { sources: paths('Base.cs') });
    const a = project('A', { references: [lib.project] });
    const b = project('B', { sources: paths('Job.cs', 'Own.cs'), references: [lib.project] });
    expect(uses(files, [lib, a, b])).toEqual(['certain Job.cs A.csproj']);
  });
});

describe('a project for two frameworks', () => {
  const net8 = project('A', { targetFrameworks: ['net8.0'] });
  const net10 = project('A', { targetFrameworks: ['net10.0'] });

  it('is read once where no symbol tells them apart', () => {
    const at = { path: path('Job.cs'), span: { start: 0, end: 5 } };
    const [only, ...more] = indexOf({ 'Job.cs': shared }, [net8, net10]).readersOf(at);
    expect(more).toEqual([]);
    expect(only!.targetFrameworks).toEqual(['net8.0', 'net10.0']);
  });

  it('takes each branch, and each import, as the framework does that compiles it', () => {
    const branches = `#if NET10_0_OR_GREATER\nusing Duende.IdentityServer.EntityFramework;\n#else\nusing Own;\n#endif\n${shared}`;
    const bare = [net8, net10].map((build) => ({ ...build, usings: [], sources: paths('Job.cs', 'Own.cs') }));
    expect(uses({ 'Job.cs': branches, 'Own.cs': own }, bare)).toEqual(['certain Job.cs A.csproj']);
    expect(uses({ 'Job.cs': branches, 'Own.cs': own }, [bare[0]!])).toEqual([]);
  });
});
