import type { Progress } from '../engine/upgrade.ts';

/** Where a run writes to; `process.stdout` and `process.stderr`, or a test's own. */
export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string) => string;

const codes = { bold: '1', dim: '2', red: '31', yellow: '33', green: '32' } as const;

export const painter = (hasColor: boolean): Paint =>
  hasColor ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m` : (_, text) => text;

const labels: Readonly<Record<Progress['phase'], string>> = {
  archive: 'Opening',
  projects: 'Reading projects',
  csharp: 'Reading C#',
  rules: 'Looking',
};

/** One line that is written over, and only for eyes: nothing of it reaches a file. */
export function progressLine(stream: Stream, isShown: boolean) {
  let last = '';
  return {
    show({ phase, done, total }: Progress) {
      if (!isShown) return;
      const line = `${labels[phase]} ${done} of ${total}`;
      if (line !== last) stream.write(`\r\u001b[2K${line}`);
      last = line;
    },
    clear() {
      if (isShown && last !== '') stream.write('\r\u001b[2K');
      last = '';
    },
  };
}
