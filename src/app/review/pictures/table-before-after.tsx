import type { Finding, TableColumn } from '../../../engine/rules/finding.ts';
import { Sign } from '../../../ui/sign.tsx';
import { FindingLink } from '../../desk/finding-link.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { count, findingStates, stateOfFinding } from '../../desk/words.ts';
import styles from './pictures.module.css';

/** A context as a card, and its table before and after. What stays is folded: only its number matters at first. */
export function TableBeforeAfter({ finding }: { readonly finding: Finding }) {
  const { guide, decisions } = useDesk();
  const change = finding.tableChange;
  if (!change) return null;
  const { context, database, table, level, columns } = change;
  const { sign, word } = findingStates[stateOfFinding(finding, decisions)];
  const kept = columns.filter(({ isNew }) => !isNew);
  const added = columns.filter(({ isNew }) => isNew);
  const title = `${context}, ${database}`;
  return (
    <section aria-label={title} className={`${styles.picture} ${styles.card}`}>
      <header className={styles.cardHead}>
        <h3>
          <FindingLink finding={finding}>{context}</FindingLink>
        </h3>
        <span>{database}</span>
        <span>{level === 'no snapshot' ? 'no snapshot here' : `at the level of ${level}`}</span>
        <Sign kind={sign} word={word} />
      </header>
      <div className={styles.sides}>
        <Side title={`${table} now`} kept={kept} added={[]} />
        <span aria-hidden="true" className={styles.arrow}>
          →
        </span>
        <Side title={`${table} with ${guide.to}`} kept={kept} added={added} />
      </div>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly kept: readonly TableColumn[];
  readonly added: readonly TableColumn[];
}

function Side({ title, kept, added }: SideProps) {
  return (
    <div className={styles.side}>
      <h4>{title}</h4>
      {kept.length > 0 ? (
        <details>
          <summary>{count(kept.length, 'column')} of before</summary>
          <Columns title={`${title}: what was there`} columns={kept} />
        </details>
      ) : (
        <p className={styles.muted}>The columns of before can’t be read here.</p>
      )}
      {added.length > 0 && <Columns title={`${title}: what is new`} columns={added} />}
    </div>
  );
}

function Columns({ title, columns }: { readonly title: string; readonly columns: readonly TableColumn[] }) {
  return (
    <table className={`${styles.table} ${styles.columns}`}>
      <caption className="visually-hidden">{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Type</th>
          <th scope="col">Null</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, type, isNullable, isNew }) => (
          <tr key={name} className={isNew ? styles.added : undefined}>
            <th scope="row">
              {isNew && (
                <span className={styles.plus}>
                  <span aria-hidden="true">+ </span>
                  <span className="visually-hidden">new: </span>
                </span>
              )}
              <code>{name}</code>
            </th>
            <td>
              <code>{type}</code>
            </td>
            <td>{isNullable ? 'null' : 'not null'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
