import styles from './diff.module.css';
import { segmentsOf, type Token } from './highlight.ts';
import type { Mark } from './model.ts';

interface Props {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly tokens?: readonly Token[] | undefined;
  readonly markAs?: 'kept' | 'removed' | 'added';
}

const elements = { kept: 'mark', removed: 'del', added: 'ins' } as const;

/** One line of code with its colours and marks. */
export function CodeLine({ text, marks = [], tokens = [], markAs = 'kept' }: Props) {
  const Marked = elements[markAs];
  return segmentsOf(text, tokens, marks).map((segment) => {
    const className = segment.kind ? styles[segment.kind] : undefined;
    if (segment.isMarked) {
      return (
        <Marked key={segment.start} className={className}>
          {segment.text}
        </Marked>
      );
    }
    return className ? (
      <span key={segment.start} className={className}>
        {segment.text}
      </span>
    ) : (
      segment.text
    );
  });
}
