import { compareVersions, isPrerelease, type NuGetVersion, parseVersion } from './version.ts';

/** What a reference asks for: `6.2.0` is "at least", `[6.2.0]` "exactly", `6.2.*` "the newest 6.2". */
export interface VersionRange {
  readonly min: NuGetVersion | null;
  readonly max: NuGetVersion | null;
  readonly includesMin: boolean;
  readonly includesMax: boolean;
  readonly float: Float | null;
}

/** `numbers`: how many of them are fixed; null: the numbers don't float, only the prerelease does. */
export interface Float {
  readonly numbers: number | null;
  readonly prerelease: string | null; // the fixed part of the labels; null: stable versions only
}

/** null: NuGet wouldn't take it. */
export function parseRange(text: string): VersionRange | null {
  const value = text.trim();
  if (value === '') return null;
  return /^[[(]/.test(value) ? parseInterval(value) : parseMinimum(value);
}

function parseMinimum(value: string): VersionRange | null {
  const lower = parseLower(value);
  return lower && { ...lower, max: null, includesMin: true, includesMax: false };
}

function parseInterval(value: string): VersionRange | null {
  const bounds = /^([[(])([^,]*)(?:,([^,]*))?([\])])$/.exec(value);
  if (!bounds) return null;
  const [, open, first = '', second, close] = bounds;
  const [includesMin, includesMax] = [open === '[', close === ']'];
  if (second === undefined && !(includesMin && includesMax)) return null;
  if (first === '' && !second) return null;
  const lower = first.trim() === '' ? { min: null, float: null } : parseLower(first);
  const upper = second ?? first;
  const max = upper.trim() === '' ? null : parseVersion(upper);
  if (!lower || (max === null && upper.trim() !== '')) return null;
  if (lower.min && max) {
    const order = compareVersions(lower.min, max);
    if (order > 0 || (order === 0 && includesMin !== includesMax)) return null;
  }
  return { ...lower, max, includesMin, includesMax };
}

const parseLower = (text: string): Pick<VersionRange, 'min' | 'float'> | null => {
  if (text.includes('*')) return parseFloating(text.trim());
  const min = parseVersion(text);
  return min && { min, float: null };
};

/** `6.*`, `6.2.*`, `6.2.0-*`, `6.2.0-rc.*`, `*`, `*-*`, `6.2.*-*`, `6.2.*-rc*`. */
function parseFloating(text: string): { min: NuGetVersion; float: Float } | null {
  const parts = /^((?:\d+\.){0,3}\d*)\*(?:-([0-9A-Za-z.-]*)\*)?$/.exec(text);
  if (parts) {
    const prerelease = parts[2] ?? null;
    const min = parseVersion(`${parts[1]}0${prerelease === null ? '' : `-${lowestLabels(prerelease)}`}`);
    const numbers = parts[1]!.split('.').length - 1;
    return min && { min, float: { numbers, prerelease } };
  }
  const fixed = /^(\d+(?:\.\d+){0,3})-([0-9A-Za-z.-]*)\*$/.exec(text);
  const min = fixed && parseVersion(`${fixed[1]}-${lowestLabels(fixed[2]!)}`);
  return min && { min, float: { numbers: null, prerelease: fixed[2]! } };
}

const lowestLabels = (prefix: string) => (prefix === '' || prefix.endsWith('.') ? `${prefix}0` : prefix);

export function isInRange(range: VersionRange, version: NuGetVersion): boolean {
  const above = range.min ? compareVersions(version, range.min) : 1;
  const below = range.max ? compareVersions(version, range.max) : -1;
  return (above > 0 || (above === 0 && range.includesMin)) && (below < 0 || (below === 0 && range.includesMax));
}

/** The version restore picks from those a feed has: the lowest in the range, for a floating reference the highest it floats to. */
export function takes(range: VersionRange, available: readonly NuGetVersion[]): NuGetVersion | null {
  return available.reduce<NuGetVersion | null>(
    (best, candidate) => (isBetter(range, best, candidate) ? candidate : best),
    null,
  );
}

function isBetter(range: VersionRange, current: NuGetVersion | null, candidate: NuGetVersion): boolean {
  if (isPrerelease(candidate) && !takesPrereleases(range)) return false;
  if (!isInRange(range, candidate)) return false;
  if (current === null) return true;
  const difference = compareVersions(candidate, current);
  if (!range.float) return difference < 0;
  const [wasIn, isIn] = [floatsTo(range, current), floatsTo(range, candidate)];
  if (wasIn !== isIn) return isIn;
  return isIn ? difference > 0 : difference < 0;
}

const takesPrereleases = ({ min, max, float }: VersionRange) =>
  [min, max].some((bound) => bound !== null && isPrerelease(bound)) || (float !== null && float.prerelease !== null);

function floatsTo({ min, float }: VersionRange, version: NuGetVersion): boolean {
  if (!min || !float) return true;
  const fixed = float.numbers ?? 4;
  if (min.numbers.some((number, i) => i < fixed && number !== version.numbers[i])) return false;
  if (!isPrerelease(version)) return true;
  return float.prerelease !== null && version.labels.join('.').toLowerCase().startsWith(float.prerelease.toLowerCase());
}
