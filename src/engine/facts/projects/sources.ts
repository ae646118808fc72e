import { type FilePath, folderOf, isInFolder } from '../../workspace/file-path.ts';
import { globMatcher } from '../../workspace/globs.ts';
import type { Evaluation, ItemElement } from './evaluate.ts';
import { namesIn } from './items.ts';
import { archivePath } from './paths.ts';
import { attributeOf, sameName } from './xml.ts';

/** The C# files a project compiles: what the SDK finds below its folder, then what its `Compile` items say. */
export function sourcesOf(evaluation: Evaluation, isSdk: boolean, csharp: readonly FilePath[]): FilePath[] {
  const sources = new Set<FilePath>();
  if (isSdk && findsByItself(evaluation)) for (const path of defaultSources(evaluation, csharp)) sources.add(path);
  for (const entry of evaluation.items) {
    if (!sameName(entry.element.name, 'Compile')) continue;
    const excluded = new Set(filesIn(entry, 'Exclude', evaluation, csharp));
    for (const path of filesIn(entry, 'Include', evaluation, csharp)) if (!excluded.has(path)) sources.add(path);
    if (entry.conditions.length > 0) continue; // what may be removed may also be compiled
    for (const path of filesIn(entry, 'Remove', evaluation, csharp)) sources.delete(path);
  }
  return csharp.filter((path) => sources.has(path));
}

const findsByItself = (evaluation: Evaluation) =>
  ['EnableDefaultItems', 'EnableDefaultCompileItems'].every(
    (name) => evaluation.property(name)?.toLowerCase() !== 'false',
  );

function defaultSources(evaluation: Evaluation, csharp: readonly FilePath[]): FilePath[] {
  const folder = folderOf(evaluation.project);
  const isExcluded = globMatcher(`${evaluation.property('DefaultItemExcludes') ?? ''};bin/**;obj/**`, folder);
  return csharp.filter((path) => {
    if (!isInFolder(path, folder)) return false;
    const below = folder === '' ? path : path.slice(folder.length + 1);
    return !/(^|\/)\.[^/]+\//.test(below) && !isExcluded(path);
  });
}

function filesIn(
  entry: ItemElement,
  attribute: 'Include' | 'Exclude' | 'Remove',
  evaluation: Evaluation,
  csharp: readonly FilePath[],
): FilePath[] {
  if (!attributeOf(entry.element, attribute)) return [];
  // Item paths are relative to the project, also in a file it imports.
  const names = namesIn(entry, attribute, evaluation).map(withoutRoot(folderOf(evaluation.project)));
  const isMeant = globMatcher(names.join(';'));
  return csharp.filter(isMeant);
}

/** `$(MSBuildThisFileDirectory)…` is absolute; the rest is seen from the project. */
const withoutRoot = (folder: string) => (name: string) => archivePath(folder, name.trim()) ?? '';
