import { compareVersions, type NuGetVersion, parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { isInRange, parseRange, takes, type VersionRange } from '../../../../engine/facts/nuget/version-range.ts';

/** What has to become of a version's text so that restore takes the wanted version. */
export type Raise =
  | { readonly kind: 'raise'; readonly text: string }
  | { readonly kind: 'enough' } // it takes that version or a newer one
  | { readonly kind: 'floats-there' } // it takes it because it floats, without anyone having decided it
  | { readonly kind: 'unreadable' }; // NuGet wouldn't take it, or its form leaves no small change

/**
 * The smallest change that keeps the form: a range keeps its brackets and blanks and loses its upper bound to the next minor only
 * where it must; a floating version floats on where the newest it then finds is the wanted one. `published`: what a feed has.
 */
export function raise(text: string, wanted: string, published: readonly string[]): Raise {
  const range = parseRange(text);
  const target = parseVersion(wanted);
  if (!range || !target) return { kind: 'unreadable' };
  const available = [...published, wanted].flatMap((version) => parseVersion(version) ?? []);
  if (range.float) return raiseFloating(text, range, target, wanted, available);
  if (range.min === null) return { kind: 'unreadable' };
  const order = compareVersions(range.min, target);
  if (order > 0 || (order === 0 && range.includesMin)) return { kind: 'enough' };
  const raised = /^\s*[[(]/.test(text) ? raiseInterval(text, range, target, wanted) : wanted;
  return { kind: 'raise', text: raised };
}

function raiseFloating(
  text: string,
  range: VersionRange,
  target: NuGetVersion,
  wanted: string,
  available: readonly NuGetVersion[],
): Raise {
  const taken = takes(range, available);
  if (taken && compareVersions(taken, target) >= 0) return { kind: 'floats-there' };
  if (range.max !== null) return { kind: 'unreadable' };
  const floating = sameForm(text, target);
  const then = floating === null ? null : parseRange(floating);
  const found = then && takes(then, available);
  const isThere = found !== null && compareVersions(found, target) === 0;
  return { kind: 'raise', text: floating !== null && isThere ? floating : wanted };
}

/** `6.2.*` → `6.3.*`, `6.2.*-*` → `6.3.*-*`; null where a patch or a prerelease floats. */
function sameForm(text: string, target: NuGetVersion): string | null {
  const parts = /^\s*\d+\.\d+(\.\*(?:-\*)?)\s*$/.exec(text);
  return parts && `${target.numbers[0]}.${target.numbers[1]}${parts[1]}`;
}

function raiseInterval(text: string, range: VersionRange, target: NuGetVersion, wanted: string): string {
  const [, open = '', lower = '', rest = ''] = /^(\s*[[(])([^,\])]*)(.*)$/s.exec(text) ?? [];
  const bracket = open.replace('(', '[');
  const next = `${bracket}${replaceVersion(lower, wanted)}`;
  if (!rest.includes(',') || isInRange({ ...range, min: null }, target)) return next + rest;
  const upper = range.includesMax ? wanted : nextMinor(rest, target);
  return next + replaceVersion(rest, upper);
}

/** Lets a range reach up to the wanted version and leaves its lower bound, so that nothing changes where it alone counts. */
export function widen(text: string, wanted: string): Raise {
  const range = parseRange(text);
  const target = parseVersion(wanted);
  const parts = /^(\s*[[(][^,]*,)(.*)$/s.exec(text);
  if (!range?.max || !target || range.float || !parts) return raise(text, wanted, []);
  const upper = range.includesMax ? wanted : nextMinor(parts[2]!, target);
  return { kind: 'raise', text: parts[1] + replaceVersion(parts[2]!, upper) };
}

const replaceVersion = (text: string, version: string) => text.replace(/\d[\w.+-]*/, version);

/** As many numbers as the bound had: `6.3` → `6.4`, `6.3.0` → `6.4.0`. */
function nextMinor(bound: string, target: NuGetVersion): string {
  const count = /\d[\d.]*/.exec(bound)?.[0].split('.').length ?? 3;
  const numbers = [target.numbers[0], target.numbers[1] + 1, 0, 0];
  return count < 2 ? `${target.numbers[0] + 1}` : numbers.slice(0, count).join('.');
}
