import type { Severity } from '../../../../engine/rules/finding.ts';
import { code, firstOf, listed } from '../package-version/listed.ts';
import { isOnlyInTheWay } from './followers.ts';
import type { Match } from './matches.ts';
import type { Shortfall } from './shortfall.ts';

export const unique = <T>(items: readonly T[]) => [...new Set(items)];

export const isUnknown = ({ shortfalls }: Pick<Match, 'shortfalls'>) => shortfalls.every(hasCode('unknown'));

const hasCode =
  (wanted: Shortfall['code']) =>
  ({ code }: Shortfall) =>
    code === wanted;

export function severityOf(shortfalls: readonly Shortfall[]): Severity {
  if (shortfalls.every(({ isLater }) => isLater)) return 'advice';
  return shortfalls.some(isRefused) ? 'breaks-build' : 'breaks-run';
}

const isRefused = ({ code, isSuppressed, id, family }: Shortfall) => {
  if (code === 'mixed') return false;
  if (code === 'follows') return id.toLowerCase() === family.toLowerCase();
  return !(code === 'NU1605' && isSuppressed);
};

export function titleOf(match: Match, target: string): string {
  const { shortfalls, stated, wanted } = match;
  const ids = unique(shortfalls.map(({ id }) => id));
  const names = listed(ids.map(code));
  if (isUnknown(match)) return `The version of ${names} can't be told, and ${target} needs ${floorsOf(shortfalls)}`;
  const subject = `${names} ${stated.place.value}`;
  const need =
    wanted ?? (shortfalls.some(({ isSupposed }) => isSupposed) ? floorsOf(shortfalls) : 'more than one version');
  if (isOnlyInTheWay(shortfalls))
    return `${subject} ${ids.length > 1 ? 'rule' : 'rules'} out what ${target} needs: ${need}`;
  const verb = ids.length > 1 ? 'are' : 'is';
  if (shortfalls.every(hasCode('follows'))) return `${subject} would stay below what it belongs to: ${need}`;
  const does = shortfalls.every(hasCode('mixed')) ? 'brings' : 'needs';
  return `${subject} ${verb} below what ${target} ${does}: ${need}`;
}

export function messageOf(match: Match, target: string): string {
  const { shortfalls, sharedWith, stated } = match;
  const others = unique(shortfalls.map(({ project }) => project)).length - 1;
  const { conditions } = stated.place;
  return [
    where(shortfalls, target),
    consequence(match),
    shortfalls.some(({ floor, wanted }) => wanted !== floor) &&
      `Another token library stands at ${match.wanted} here already, so all of them go there.`,
    others > 0 && `${others} more ${others === 1 ? 'project gets' : 'projects get'} it from here too.`,
    byHand(match),
    sharedWith.length > 0 &&
      `What states it also serves ${firstOf(sharedWith)}, for which that version need not exist, so it gets its own.`,
    conditions.length > 0 &&
      `It counts only where ${listed(conditions.map(code))} holds, which the files alone don't tell.`,
    shortfalls.every(({ isLater }) => isLater) && `That holds once the family itself is raised to ${target}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function where(shortfalls: readonly Shortfall[], target: string): string {
  const [first] = shortfalls as [Shortfall];
  const { project, path, family, wanted } = first;
  if (first.code === 'follows') {
    const cause = `${code(family)} goes to ${wanted} with this upgrade`;
    return path.length > 1
      ? `${code(project)} references ${code(path.at(-1)!)}, where ${cause}.`
      : `In ${code(project)}, ${cause}.`;
  }
  const names = listed(unique(shortfalls.map(({ id }) => id)).map(code));
  const asks = shortfalls.every(hasCode('mixed')) ? 'brings the token libraries at' : `asks for ${names}`;
  const through = path.length > 1 ? ` through ${code(path.at(-1)!)}` : '';
  return `${code(project)} gets ${code(family)}${through}, which at ${target} ${asks} ${floorsOf(shortfalls)}.`;
}

/** `6.0.26 or newer on net6.0, and 7.0.15 or newer on net7.0`. */
function floorsOf(shortfalls: readonly Shortfall[]): string {
  const floors = unique(shortfalls.map(({ floor }) => floor));
  if (floors.length === 1 && !shortfalls.some(({ isSupposed }) => isSupposed)) return `${floors[0]} or newer`;
  const on = (floor: string) =>
    listed(unique(shortfalls.filter((one) => one.floor === floor).flatMap(({ framework }) => framework ?? [])));
  return floors.map((floor) => `${floor} or newer on ${on(floor)}`).join(', and ');
}

/** In the few words that a table has room for. */
export function reasonOf({ shortfalls }: Match): string | null {
  const codes = unique(shortfalls.map(({ code }) => code)).filter((code) => code !== 'unknown');
  return codes.length === 0 ? null : codes.map((code) => shortly[code] ?? code).join(', ');
}

const shortly: Readonly<Partial<Record<Shortfall['code'], string>>> = {
  mixed: 'moves with the other token libraries',
  follows: 'follows a project it references',
};

function consequence(match: Match): string {
  const { shortfalls } = match;
  const codes = new Set(shortfalls.map(({ code }) => code));
  if (isUnknown(match)) return 'No file here says which version this is: see that it is not older, or restore stops.';
  if (codes.has('NU1107'))
    return 'The upper bound of the range rules that out, and restore stops with NU1107 where both meet.';
  if (codes.has('NU1109')) return 'Central versions are pinned for what comes along too, so restore stops with NU1109.';
  if (codes.has('NU1605'))
    return shortfalls.filter(hasCode('NU1605')).every(({ isSuppressed }) => isSuppressed)
      ? 'NU1605 is switched off here: restore passes, and the older library is loaded by code that was built for the newer one.'
      : 'Restore stops with NU1605, a downgrade.';
  if (codes.has('follows'))
    return 'An older version beside it is a downgrade, which restore refuses, or a mixture of libraries that are built for each other.';
  return 'Restore says nothing. These libraries are released together and built for each other, and a mixture of versions can fail at run time.';
}

function byHand({ wanted, raise, stated, shortfalls }: Match): string | false {
  if (isUnknown({ shortfalls })) return false;
  if (shortfalls.some(({ isSupposed }) => isSupposed))
    return "The archive doesn't say which framework the project targets, so the choice is yours.";
  if (wanted === null) return 'No one version fits all these frameworks: state one for each, under a condition.';
  if (raise.kind !== 'raise' || !stated.place.isEditable)
    return 'How it is stated leaves no small edit: the change is yours to make.';
  return false;
}
