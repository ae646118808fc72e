import picomatch from 'picomatch/posix';
import type { Place } from '../../csharp/index-types.ts';
import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import { sourceOf } from '../../workspace/workspace.ts';
import type { Facts } from '../facts.ts';
import { type Evaluated, solutionOf } from '../projects/solution.ts';

/** What a build makes of a warning of the compiler. */
export type WarningLevel = 'error' | 'warning' | 'off';

/** Codes that `nullable` stands for in `WarningsAsErrors` and its kin, as far as this upgrade gives rise to them. */
const nullableCodes = /^CS(86\d\d|87[6-7]\d|8714|8824|8825|8847)$/;

/** The strictest of what the projects say that compile the file: properties, `.editorconfig`, and `#pragma` above the place. */
export function warningLevel(code: string, place: Place, facts: Facts): WarningLevel {
  if (isDisabledByPragma(code, place, facts)) return 'off';
  const configured = editorConfigLevel(code, place.path, facts);
  const evaluations = place.projects.flatMap((path) => solutionOf(facts.workspace).project(path)?.evaluations ?? []);
  const levels = evaluations.map((evaluation) => levelIn(code, evaluation, configured));
  if (levels.length === 0) return configured ?? 'warning';
  return levels.includes('error') ? 'error' : levels.includes('warning') ? 'warning' : 'off';
}

function levelIn(code: string, evaluation: Evaluated, configured: WarningLevel | null): WarningLevel {
  const names = (property: string) => holds(evaluation.property(property), code);
  if (names('NoWarn')) return 'off';
  if (names('WarningsAsErrors') && !names('WarningsNotAsErrors')) return 'error';
  if (configured === 'error') return names('WarningsNotAsErrors') ? 'warning' : 'error';
  if (configured === 'off') return 'off';
  const all = evaluation.property('TreatWarningsAsErrors')?.trim().toLowerCase() === 'true';
  return all && !names('WarningsNotAsErrors') ? 'error' : 'warning';
}

/** `CS8613`, `8613`, `nullable`, separated by semicolons, commas or white space. */
const holds = (list: string | null, code: string) => (list ?? '').split(/[;,\s]+/).some((one) => matches(one, code));

const matches = (one: string, code: string) =>
  one.toUpperCase() === code ||
  `CS${one.padStart(4, '0')}` === code ||
  (one.toLowerCase() === 'nullable' && nullableCodes.test(code));

/** `dotnet_diagnostic.CS8613.severity`: the nearest file's last word for files like this one. */
function editorConfigLevel(code: string, path: FilePath, facts: Facts): WarningLevel | null {
  for (let folder: string | null = folderOf(path); folder !== null; folder = parentOf(folder)) {
    const file = facts.workspace.files.get((folder === '' ? '' : `${folder}/`).concat('.editorconfig') as FilePath);
    const source = file && sourceOf(file);
    if (source?.kind !== 'text') continue;
    const relative = path.slice(folder === '' ? 0 : folder.length + 1);
    const found = severityIn(source.text, code, relative);
    if (found) return found;
    if (/^\s*root\s*=\s*true\s*$/im.test(source.text)) return null;
  }
  return null;
}

const parentOf = (folder: string): string | null =>
  folder === '' ? null : folder.slice(0, Math.max(0, folder.lastIndexOf('/')));

function severityIn(text: string, code: string, relative: string): WarningLevel | null {
  let isMeant = false;
  let found: WarningLevel | null = null;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const [, section] = /^\[(.+)\]$/.exec(line) ?? [];
    if (section) isMeant = isSectionOf(section, relative);
    const [, named, severity] = /^dotnet_diagnostic\.(\w+)\.severity\s*=\s*(\w+)/i.exec(line) ?? [];
    if (isMeant && named?.toUpperCase() === code) found = levelOf(severity!);
  }
  return found;
}

/** A section without a slash is about names in any folder. */
const isSectionOf = (section: string, relative: string) =>
  picomatch(section.includes('/') ? section.replace(/^\//, '') : `**/${section}`, { dot: true })(relative);

const levelOf = (severity: string): WarningLevel | null =>
  /^error$/i.test(severity)
    ? 'error'
    : /^warning$/i.test(severity)
      ? 'warning'
      : /^default$/i.test(severity)
        ? null
        : 'off';

function isDisabledByPragma(code: string, { path, span }: Place, { csharp }: Facts): boolean {
  let isDisabled = false;
  const above = csharp.sourceOf(path).text.slice(0, span.start);
  for (const [, word, list = ''] of above.matchAll(
    /^[ \t]*#[ \t]*pragma[ \t]+warning[ \t]+(disable|restore)\b(.*)$/gm,
  )) {
    const named = list.replace(/\/\/.*/, '').trim();
    // `nullable` stands for its codes in a project, not in a `#pragma`.
    if (named === '' || holds(named.replace(/\bnullable\b/gi, ''), code)) isDisabled = word === 'disable';
  }
  return isDisabled;
}
