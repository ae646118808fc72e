import type { NullFlow, NullFlows } from '../../../engine/csharp/nullability/null-flows.ts';
import type { Repair } from '../../../engine/csharp/nullability/repairs.ts';
import type { Facts } from '../../../engine/facts/facts.ts';
import { warningLevel } from '../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../engine/rules/evidence.ts';
import type { Explanation, FixDraft, NonEmpty } from '../../../engine/rules/finding.ts';
import { replace, type TextEdit } from '../../../engine/workspace/change.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';

/** Warnings that are errors, in the code of one member; or all that stay warnings, in one project. */
export type NullMatch =
  | {
      readonly kind: 'error';
      readonly flows: NullFlows;
      readonly warnings: NonEmpty<NullFlow>;
      readonly isRepairable: boolean;
    }
  | { readonly kind: 'warning'; readonly project: FilePath; readonly warnings: NonEmpty<NullFlow> };

const shownAtMost = 20;

/** Grouped as a team would look at them. */
export function* nullMatches(all: readonly NullFlows[], facts: Facts): Iterable<NullMatch> {
  const quiet = new Map<FilePath, NullFlow[]>();
  for (const flows of all) {
    const errors: NullFlow[] = [];
    for (const warning of flows.warnings) {
      const level = warningLevel(warning.code, warning, facts);
      if (level === 'error') errors.push(warning);
      const [project] = warning.projects;
      if (level === 'warning' && project) quiet.set(project, [...(quiet.get(project) ?? []), warning]);
    }
    for (const isRepairable of [true, false]) {
      const [first, ...rest] = errors.filter((one) => one.isRepairable === isRepairable);
      if (first) yield { kind: 'error', flows, warnings: [first, ...rest], isRepairable };
    }
  }
  for (const [project, [first, ...rest]] of quiet)
    if (first) yield { kind: 'warning', project, warnings: [first, ...rest] };
}

/** `since`: the version that says so: `6.3`, `IdentityModel 6.1`. */
export function explainNull(match: NullMatch, since: string, facts: Facts): Explanation {
  const { warnings } = match;
  const codes = [...new Set(warnings.map(({ code }) => code))].toSorted();
  const shown = match.kind === 'error' ? warnings : warnings.slice(0, shownAtMost);
  const places = shown.map((warning) =>
    evidence(facts.csharp.sourceOf(warning.path), warning.span, because(warning, since)),
  ) as unknown as NonEmpty<ReturnType<typeof evidence>>;
  const said = [mayBeNull(warnings, since), takesNoNull(warnings, since)].filter(Boolean).join(' ');
  if (match.kind === 'warning')
    return {
      title: `${since} says where null is possible: ${warnings.length === 1 ? 'one new warning' : `${warnings.length} new warnings`}`,
      message: `${said} The compiler reports ${listed(codes)} there. In this project these are warnings: it builds, and nothing runs differently.${warnings.length > shown.length ? ` The first ${shown.length} places are shown.` : ''}`,
      severity: 'advice',
      confidence: facts.hasProjects ? 'certain' : 'likely',
      projects: [match.project],
      evidence: places,
    };
  const where = match.flows.member ? `\`${match.flows.member}\`` : 'The code';
  return {
    title: warnings.some(({ member }) => member !== null)
      ? `${where} takes for granted what may be null since ${since}`
      : `${where} gives null where ${since} takes none`,
    message: `${said} The compiler reports ${listed(codes)} here. In this project that is an error: it no longer builds.${match.isRepairable ? '' : ` ${byHand(warnings)}`}`,
    severity: 'breaks-build',
    confidence: 'certain',
    projects: match.flows.projects,
    evidence: places,
  };
}

const because = ({ member, into, kind }: NullFlow, since: string) => {
  if (member === null) return `may be null, and \`${into}\` takes none since ${since}`;
  if (kind === 'dereference') return `\`${member}\` may be null, and is used as if it were not`;
  return `\`${member}\` may be null, and ${kind === 'return' ? 'is returned as if it were not' : `\`${into}\` takes none`}`;
};

const names = (all: readonly (string | null)[]) => {
  const found = [...new Set(all)].filter((one): one is string => one !== null).map((one) => `\`${one}\``);
  return found.length > 5 ? `${found.slice(0, 5).join(', ')} and ${found.length - 5} more` : listed(found);
};

const listed = (all: readonly string[]) =>
  all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '');

const mayBeNull = (warnings: readonly NullFlow[], since: string) => {
  const members = names(warnings.map(({ member }) => member));
  return members && `Since ${since}, ${members} may be null by declaration.`;
};

const takesNoNull = (warnings: readonly NullFlow[], since: string) => {
  const takers = names(warnings.filter(({ member }) => member === null).map(({ into }) => into));
  return takers && `Since ${since}, ${takers} ${takers.includes(' and ') ? 'take' : 'takes'} no null by declaration.`;
};

const byHand = (warnings: readonly NullFlow[]) =>
  warnings.some(({ code }) => /^CS86(19|20)$/.test(code))
    ? 'What is inside may be null: await the task, or take the nulls out of the list, and say what null means there.'
    : warnings.some(({ code }) => code === 'CS8625')
      ? 'There is no value that could stand for this null: say what is meant.'
      : 'No check fits into this expression: say what null means there.';

/** A check behind each value; empty where none fits. */
export function fixNull(match: NullMatch, facts: Facts): readonly FixDraft[] {
  if (match.kind === 'warning' || !match.isRepairable || match.flows.repairs.length === 0) return [];
  const { flows } = match;
  const changes = merged(flows.repairs.flatMap((repair) => changesOf(repair, flows, facts)));
  return [
    {
      id: 'check-for-null',
      title: 'Check for null',
      changes,
      safety: 'review',
      onBoth: true,
      caution: cautionOf(flows.repairs),
    },
  ];
}

/** What goes to one place, as one edit; of two ends there, the inner one comes first. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const byPlace = new Map<string, TextEdit>();
  for (const edit of edits) {
    const key = `${edit.span.start} ${edit.span.end}`;
    const known = byPlace.get(key);
    byPlace.set(key, known ? { ...known, newText: known.newText + edit.newText } : edit);
  }
  return [...byPlace.values()];
}

function changesOf(repair: Repair, { path, projects }: NullFlows, facts: Facts): TextEdit[] {
  const { value, by, isLiteral, isWrapped, message, instead } = repair;
  const fallback = by === 'throw' ? `throw new {System.InvalidOperationException}("${message}")` : instead;
  const written = fallback.replace(/\{([\w.]+)\}/g, (_, name: string) => nameIn(path, name, facts));
  const at = (offset: number) => ({ path, projects, span: { start: offset, end: offset } });
  if (isLiteral) return [replace({ path, span: value }, written)];
  return [
    ...(isWrapped ? [replace(at(value.start), '(')] : []),
    replace(at(value.end), ` ?? ${written}${isWrapped ? ')' : ''}`),
  ];
}

/** A type's name as the file can say it. The entities of the stores have the names of the models. */
function nameIn(path: FilePath, name: string, { csharp }: Facts): string {
  const dot = name.lastIndexOf('.');
  const [namespace, simple] = [name.slice(0, dot), name.slice(dot + 1)];
  if (namespace.startsWith('System')) return csharp.using(path, namespace).length === 0 ? simple : name;
  const isClear = csharp.using(path, 'Duende.IdentityServer.EntityFramework.Entities').length > 0;
  return isClear && csharp.using(path, namespace).length === 0 ? simple : `global::${name}`;
}

const cautionOf = (repairs: readonly Repair[]) => {
  const kinds = new Set(repairs.map(({ by }) => by));
  return [
    kinds.has('text')
      ? 'Where text was handed on, null becomes empty text: look whether the code behind tells them apart.'
      : '',
    kinds.has('collection') ? 'Null becomes an empty list: look whether the code behind tells them apart.' : '',
    kinds.has('throw') ? 'Null ends in an exception that names it: look whether another answer fits better there.' : '',
  ]
    .filter(Boolean)
    .join(' ');
};
