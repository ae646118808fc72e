import { CodeLine } from './diff/code-line.tsx';
import type { Mark } from './diff/model.ts';
import { useColours } from './diff/use-colours.ts';
import styles from './excerpt.module.css';

interface Props {
  readonly path: string;
  readonly firstLine: number;
  readonly text: string;
  readonly marks?: readonly (readonly Mark[])[]; // per line
}

/** A few lines of a file with their numbers; the indentation they share is left out. */
export function Excerpt({ path, firstLine, text, marks = [] }: Props) {
  const lines = text.split('\n');
  const indent = sharedIndent(lines);
  const shown = lines.map((line) => line.slice(indent));
  const colours = useColours(path, shown.join('\n'));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className={styles.excerpt} tabIndex={0}>
      {shown.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it is the line's number, and lines don't move
        <code key={firstLine + at} className={styles.line}>
          <span className={styles.number} aria-hidden="true">
            {firstLine + at}
          </span>
          <span>
            <CodeLine
              text={line}
              tokens={colours[at]}
              marks={(marks[at] ?? []).map(({ start, end }) => ({
                start: Math.max(0, start - indent),
                end: end - indent,
              }))}
            />
          </span>
        </code>
      ))}
    </pre>
  );
}

const sharedIndent = (lines: readonly string[]) =>
  Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length), 200);
