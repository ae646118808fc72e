import { buildIndex } from '../csharp/build-index.ts';
import type { Grammar } from '../csharp/grammar.ts';
import { anyOf } from '../csharp/scan.ts';
import type { Notice, Workspace } from '../workspace/workspace.ts';
import type { Facts } from './facts.ts';
import { readProjects } from './projects/read-projects.ts';
import { readSettings } from './read-settings.ts';

export interface FactsOptions {
  readonly grammar: Grammar;
  /** What rules ask about; see `RuleMeta.names`. */
  readonly names: readonly string[];
  readonly nullableNames?: readonly string[];
  /** For tests: parse every C# file. */
  readonly parseAll?: boolean;
  readonly onProgress?: ((progress: { phase: 'projects' | 'csharp'; done: number; total: number }) => void) | undefined;
}

/** Everything rules may ask: projects as MSBuild sees them, settings, and an index of the C#. */
export function readFacts(
  workspace: Workspace,
  { grammar, names, nullableNames = [], parseAll = false, onProgress }: FactsOptions,
): Facts {
  const { projects, notices } = readProjects(workspace);
  onProgress?.({ phase: 'projects', done: projects.length, total: projects.length });
  const hasProjects = projects.length > 0;
  const csharp = buildIndex({
    workspace,
    builds: projects.flatMap(({ builds }) => builds),
    hasProjects,
    grammar,
    names,
    nullableNames,
    parseAll,
    onProgress: (done, total) => onProgress?.({ phase: 'csharp', done, total }),
  });
  const fixed = [...workspace.notices, ...notices, ...unreadMarkup(workspace, names)];
  return {
    workspace,
    projects,
    hasProjects,
    settings: readSettings(workspace),
    csharp,
    /** Files are parsed when a question leads to them, so this can grow. */
    get notices() {
      return [...fixed, ...csharp.notices];
    },
  };
}

/** Razor files hold C# that isn't read; those that name something the rules look for are named. */
function unreadMarkup(workspace: Workspace, names: readonly string[]): Notice[] {
  const identifiers = names.filter((name) => /^[\w.]+$/.test(name)); // others are text, which markup holds as well
  const pattern = anyOf(identifiers.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  return [...workspace.files.values()]
    .filter(({ path }) => /\.(cshtml|razor|vb|fs)$/i.test(path))
    .flatMap(({ path, bytes }): Notice[] => {
      const text = new TextDecoder('latin1').decode(bytes);
      const match = pattern.exec(text);
      if (!match) return [];
      return [
        {
          code: 'code-not-read',
          path,
          line: text.slice(0, match.index).split('\n').length,
          message: `Only C# files are read. This one names \`${match[0]}\`: look at it yourself.`,
        },
      ];
    });
}
