import { buildIndex } from '../engine/csharp/build-index.ts';
import type { Grammar } from '../engine/csharp/grammar.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';
import { workspaceOfTexts } from './workspace-from.ts';

/** An index over files of one project that the product reaches. */
export const indexIn = (
  files: Record<string, string>,
  names: readonly string[],
  grammar: Grammar,
  { usings = [], targetFramework = 'net8.0' }: { usings?: readonly string[]; targetFramework?: string } = {},
) =>
  buildIndex({
    workspace: workspaceOfTexts(files),
    projects: [
      {
        path: 'App.csproj' as FilePath,
        sources: Object.keys(files) as FilePath[],
        references: [],
        usings,
        defines: [],
        targetFrameworks: [targetFramework],
        product: {},
      },
    ],
    hasProjects: true,
    grammar,
    names,
  });
