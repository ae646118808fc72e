import type { FilePath } from '../../workspace/file-path.ts';
import type { Evaluation, ItemElement } from './evaluate.ts';
import { namesIn } from './items.ts';
import { folderOf, isPattern, patternToRegExp, resolvePath } from './paths.ts';
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
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = csharp.filter((path) => path.startsWith(prefix));
  const more = evaluation.property('DefaultItemExcludes') ?? '';
  const patterns = `${more};bin/**;obj/**`
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
  const excluded = patterns.flatMap((pattern) => toMatcher(pattern, evaluation.project));
  return inside.filter((path) => {
    const below = path.slice(prefix.length);
    return !/(^|\/)\.[^/]+\//.test(below) && !excluded.some((pattern) => pattern.test(path));
  });
}

const toMatcher = (pattern: string, project: FilePath): RegExp[] => {
  const path = resolvePath(folderOf(project), pattern);
  return path === null ? [] : [patternToRegExp(path)];
};

function filesIn(
  entry: ItemElement,
  attribute: 'Include' | 'Exclude' | 'Remove',
  evaluation: Evaluation,
  csharp: readonly FilePath[],
): FilePath[] {
  if (!attributeOf(entry.element, attribute)) return [];
  // Item paths are relative to the project, also in a file it imports.
  return namesIn(entry, attribute, evaluation).flatMap((name) => {
    const path = resolvePath(folderOf(evaluation.project), name.trim());
    if (path === null) return [];
    const pattern = patternToRegExp(path);
    return isPattern(path)
      ? csharp.filter((file) => pattern.test(file))
      : csharp.filter((file) => sameName(file, path));
  });
}
