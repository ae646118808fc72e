import type { Build } from '../engine/csharp/build.ts';
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
    builds: [buildWith({ sources: Object.keys(files) as FilePath[], usings, targetFrameworks: [targetFramework] })],
    hasProjects: true,
    grammar,
    names,
  });

/** A build of `App.csproj` that the product reaches, and what a test says of it. */
export const buildWith = (said: Partial<Build>): Build => ({
  project: 'App.csproj' as FilePath,
  targetFrameworks: ['net8.0'],
  sources: [],
  references: [],
  usings: [],
  specialUsings: [],
  defines: [],
  mayDefine: [],
  nullable: false,
  product: { versions: ['6.2.0'] },
  ...said,
});
