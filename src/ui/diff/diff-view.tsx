import { Fragment, useMemo, useState } from 'react';
import { CodeLine } from './code-line.tsx';
import styles from './diff.module.css';
import type { Colours } from './highlight.ts';
import { type Diff, diffOf, type Line, type Row } from './model.ts';
import { useColours } from './use-colours.ts';

export type DiffLayout = 'unified' | 'split';

interface Props {
  readonly path: string;
  readonly before: string | null; // null: the file is added
  readonly after: string;
  readonly layout: DiffLayout;
}

interface Sides {
  readonly before: Colours;
  readonly after: Colours;
}

/** A real table: a screen reader walks it line by line, and hears what is added and what is removed. */
export function DiffView(props: Props) {
  const diff = useDiff(props);
  return (
    <figure className={styles.diff}>
      <figcaption className={styles.caption}>
        <Caption {...props} diff={diff} />
      </figcaption>
      <Lines {...props} diff={diff} />
    </figure>
  );
}

/** The same, with its lines only once it is opened. */
export function FoldedDiff(props: Props) {
  const diff = useDiff(props);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.diff} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={styles.caption}>
          <Caption {...props} diff={diff} />
        </span>
      </summary>
      {isOpen && <Lines {...props} diff={diff} />}
    </details>
  );
}

const useDiff = ({ before, after }: Props) => useMemo(() => diffOf(before, after), [before, after]);

interface Shown extends Props {
  readonly diff: Diff;
}

function Caption({ path, before, diff }: Shown) {
  return (
    <>
      <code>{path}</code>
      <span className={styles.counts}>
        {before === null && <span>new file</span>}
        <span className={styles.plus}>+{diff.added}</span>
        <span className={styles.minus}>−{diff.removed}</span>
      </span>
    </>
  );
}

function Lines({ path, before, after, layout, diff }: Shown) {
  const colours = { before: useColours(path, before), after: useColours(path, after) };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling stretch of a figure, not a form group */}
      <div className={styles.scroller} tabIndex={0} role="group" aria-label={`Changes to ${path}`}>
        {layout === 'split' ? <Split diff={diff} colours={colours} /> : <Unified diff={diff} colours={colours} />}
      </div>
      {diff.note && <p className={styles.note}>{diff.note}</p>}
    </>
  );
}

function Unified({ diff, colours }: { readonly diff: Diff; readonly colours: Sides }) {
  return (
    <table className={styles.table}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Line before</th>
          <th scope="col">Line after</th>
          <th scope="col">Change</th>
          <th scope="col">Code</th>
        </tr>
      </thead>
      {diff.hunks.map((hunk) => (
        <tbody key={keyOf(hunk.rows[0])}>
          <Gap lines={hunk.hidden} columns={4} />
          {unifiedRows(hunk.rows).map((row) => (
            <UnifiedRow key={`${row.change}-${row.line.number}`} {...row} colours={colours} />
          ))}
        </tbody>
      ))}
      <tbody>
        <Gap lines={diff.hiddenBelow} columns={4} />
      </tbody>
    </table>
  );
}

type Change = 'kept' | 'removed' | 'added';
const signs = { kept: '', removed: '−', added: '+' } as const;

interface UnifiedLine {
  readonly change: Change;
  readonly before: number | null;
  readonly after: number | null;
  readonly line: Line;
}

/** Removed lines of a block before its added ones, as every unified diff has them. */
function unifiedRows(rows: readonly Row[]): UnifiedLine[] {
  const lines: UnifiedLine[] = [];
  let added: UnifiedLine[] = [];
  for (const { kind, before, after } of rows) {
    if (kind === 'context' && before && after) {
      lines.push(...added, { change: 'kept', before: before.number, after: after.number, line: after });
      added = [];
      continue;
    }
    if (before) lines.push({ change: 'removed', before: before.number, after: null, line: before });
    if (after) added.push({ change: 'added', before: null, after: after.number, line: after });
  }
  return [...lines, ...added];
}

function UnifiedRow({ change, before, after, line, colours }: UnifiedLine & { readonly colours: Sides }) {
  const side = change === 'removed' ? colours.before : colours.after;
  return (
    <tr className={styles[change]}>
      <td className={styles.number}>{before}</td>
      <td className={styles.number}>{after}</td>
      <ChangeCell change={change} />
      <td className={styles.code}>
        <CodeLine text={line.text} marks={line.marks} tokens={side[line.number - 1]} markAs={change} />
      </td>
    </tr>
  );
}

function Split({ diff, colours }: { readonly diff: Diff; readonly colours: Sides }) {
  return (
    <table className={`${styles.table} ${styles.split}`}>
      <colgroup>
        {['before', 'after'].map((side) => (
          <Fragment key={side}>
            <col className={styles.numberColumn} />
            <col className={styles.changeColumn} />
            <col />
          </Fragment>
        ))}
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Line before</th>
          <th scope="col">Change before</th>
          <th scope="col">Code before</th>
          <th scope="col">Line after</th>
          <th scope="col">Change after</th>
          <th scope="col">Code after</th>
        </tr>
      </thead>
      {diff.hunks.map((hunk) => (
        <tbody key={keyOf(hunk.rows[0])}>
          <Gap lines={hunk.hidden} columns={6} />
          {hunk.rows.map((row) => (
            <tr key={keyOf(row)}>
              <Half line={row.before} change={row.kind === 'context' ? 'kept' : 'removed'} colours={colours.before} />
              <Half line={row.after} change={row.kind === 'context' ? 'kept' : 'added'} colours={colours.after} />
            </tr>
          ))}
        </tbody>
      ))}
      <tbody>
        <Gap lines={diff.hiddenBelow} columns={6} />
      </tbody>
    </table>
  );
}

function Half({
  line,
  change,
  colours,
}: {
  readonly line: Line | null;
  readonly change: Change;
  readonly colours: Colours;
}) {
  if (!line) return <td colSpan={3} className={styles.nothing} />;
  return (
    <>
      <td className={`${styles.number} ${styles[change]}`}>{line.number}</td>
      <ChangeCell change={change} />
      <td className={`${styles.code} ${styles[change]}`}>
        <CodeLine text={line.text} marks={line.marks} tokens={colours[line.number - 1]} markAs={change} />
      </td>
    </>
  );
}

function ChangeCell({ change }: { readonly change: Change }) {
  return (
    <td className={`${styles.change} ${styles[change]}`}>
      <span aria-hidden="true">{signs[change]}</span>
      {change !== 'kept' && <span className="visually-hidden">{change}</span>}
    </td>
  );
}

function Gap({ lines, columns }: { readonly lines: number; readonly columns: number }) {
  if (lines === 0) return null;
  return (
    <tr className={styles.gap}>
      <td colSpan={columns}>
        {lines} unchanged {lines === 1 ? 'line' : 'lines'}
      </td>
    </tr>
  );
}

const keyOf = (row: Row | undefined) => `${row?.before?.number}-${row?.after?.number}`;
