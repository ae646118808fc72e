/** A version as NuGet reads it: up to four numbers, prerelease labels, metadata that never counts. */
export interface NuGetVersion {
  readonly numbers: readonly [number, number, number, number];
  readonly labels: readonly string[]; // of the prerelease; empty for a stable version
  readonly metadata: string;
}

const largestNumber = 2 ** 31 - 1;
const label = '(?!0\\d+(?:[.+]|$))[0-9A-Za-z-]+'; // a number without leading zeros, or text
const metadata = '[0-9A-Za-z-]+';
const pattern = new RegExp(
  `^(\\d+\\s*(?:\\.\\s*\\d+\\s*){0,3})(?:-(${label}(?:\\.${label})*))?(?:\\+(${metadata}(?:\\.${metadata})*))?$`,
);

/** null: NuGet wouldn't take it as a version. */
export function parseVersion(text: string): NuGetVersion | null {
  const parts = pattern.exec(text.trim());
  if (!parts) return null;
  const numbers = parts[1]!.split('.').map(Number);
  if (numbers.some((number) => number > largestNumber)) return null;
  const [major = 0, minor = 0, patch = 0, revision = 0] = numbers;
  return {
    numbers: [major, minor, patch, revision],
    labels: parts[2]?.split('.') ?? [],
    metadata: parts[3] ?? '',
  };
}

export const isPrerelease = (version: NuGetVersion) => version.labels.length > 0;

/** NuGet's order: numbers, then a prerelease before its release, then label by label; metadata and case don't count. */
export function compareVersions(a: NuGetVersion, b: NuGetVersion): number {
  for (let i = 0; i < 4; i++) {
    const difference = a.numbers[i]! - b.numbers[i]!;
    if (difference !== 0) return Math.sign(difference);
  }
  if (isPrerelease(a) !== isPrerelease(b)) return isPrerelease(a) ? -1 : 1;
  for (let i = 0; i < Math.max(a.labels.length, b.labels.length); i++) {
    const difference = compareLabels(a.labels[i], b.labels[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareLabels(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x !== null && y !== null) return Math.sign(x - y);
  if (x !== null || y !== null) return x !== null ? -1 : 1;
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  return upperA < upperB ? -1 : upperA > upperB ? 1 : 0;
}

/** A label counts as a number where it fits into 32 bits; NuGet compares longer ones as text. */
const numberIn = (label: string) => {
  const number = /^-?\d+$/.test(label) ? Number(label) : Number.NaN;
  return number >= -largestNumber - 1 && number <= largestNumber ? number : null;
};

/** Three numbers, a fourth only where it isn't 0, the prerelease, no metadata. */
export function normalized(version: NuGetVersion): string {
  const [major, minor, patch, revision] = version.numbers;
  const fourth = revision > 0 ? `.${revision}` : '';
  const prerelease = isPrerelease(version) ? `-${version.labels.join('.')}` : '';
  return `${major}.${minor}.${patch}${fourth}${prerelease}`;
}

/** For texts that are known to be versions, such as ours. */
export function compareTexts(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)];
  return x && y ? compareVersions(x, y) : a < b ? -1 : a > b ? 1 : 0;
}
