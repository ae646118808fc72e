export const timestampQuestion = 'migration-timestamp';

/** `20240115093000`, a time that exists. */
export function isTimestamp(text: string): boolean {
  return /^\d{14}$/.test(text) && format(timeOf(text)) === text;
}

/** So many seconds later. What isn't a time (an id made up by hand) is counted up as a number. */
export const later = (timestamp: string, seconds: number): string =>
  isTimestamp(timestamp)
    ? format(timeOf(timestamp) + seconds * 1000)
    : String(BigInt(timestamp) + BigInt(seconds)).padStart(14, '0');

function timeOf(text: string): number {
  const [year, month, day, hour, minute, second] = [4, 6, 8, 10, 12, 14].map((end, i) =>
    Number(text.slice(i === 0 ? 0 : end - 2, end)),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const format = (time: number) =>
  new Date(time)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:T]/g, '');
