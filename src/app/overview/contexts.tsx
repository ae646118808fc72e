import type { ContextSummary } from '../../engine/analysis.ts';
import { useDesk } from '../desk/use-desk.ts';
import styles from './overview.module.css';

/** Where clients are kept in a database, and how far its schema is. */
export function Contexts() {
  const { analysis } = useDesk();
  return (
    <section aria-labelledby="contexts" className={styles.section}>
      <h2 id="contexts">Databases that hold clients</h2>
      {analysis.contexts.length === 0 ? (
        <p>None was found: no configuration store is registered, and no context of one is here.</p>
      ) : (
        <ul className={styles.notices}>
          {analysis.contexts.map((context) => (
            <li key={`${context.path} ${context.name}`}>
              <code>{context.name}</code> {context.databases.join(', ')}
              <span className={styles.note}> · {levelOf(context)}</span>
              <ul>
                {(context.snapshots.length > 0 ? context.snapshots : [context]).map(({ path }) => (
                  <li key={path}>
                    <code>{path}</code>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function levelOf({ snapshots }: ContextSummary): string {
  if (snapshots.length === 0) return 'no snapshot of it is here';
  return snapshots
    .map(({ database, level }) =>
      level === 'mixed' ? `${database}: some columns of 6.3, not all` : `${database}: at the level of ${level}`,
    )
    .join(', ');
}
