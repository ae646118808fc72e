import type { CoverageState } from '../../engine/analysis.ts';
import type { Notice } from '../../engine/workspace/workspace.ts';
import { Inline } from '../../ui/prose/prose.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { count } from '../desk/words.ts';
import styles from './overview.module.css';

/** What was not read or not looked for, as plainly as what was found. */
export function NotRead() {
  const { analysis } = useDesk();
  return (
    <section aria-labelledby="not-read" className={styles.section}>
      <h2 id="not-read">What we did not look at</h2>
      {analysis.notices.length === 0 ? (
        <p>Every file that can matter was read.</p>
      ) : (
        <details>
          <summary>
            {count(analysis.notices.length, 'note')} about what was not read, or read with less certainty
          </summary>
          <ul className={styles.notices}>
            {analysis.notices.map((notice) => (
              <li key={`${notice.code} ${notice.path}:${notice.line} ${notice.message}`}>
                <NoticeText notice={notice} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Coverage />
    </section>
  );
}

function NoticeText({ notice: { path, line, message } }: { readonly notice: Notice }) {
  return (
    <>
      {path && (
        <>
          <code>{line === null ? path : `${path}:${line}`}</code>{' '}
        </>
      )}
      <Inline text={message} />
    </>
  );
}

const states: readonly { readonly state: CoverageState['state']; readonly word: string }[] = [
  { state: 'found', word: 'found here' },
  { state: 'nothing-found', word: 'looked for, not found' },
  { state: 'by-hand', word: 'to be checked by a person' },
  { state: 'not-looked-for', word: 'not looked for' },
];

function Coverage() {
  const { analysis } = useDesk();
  const { coverage } = analysis;
  return (
    <details>
      <summary>
        {count(coverage.length, 'known change')} of this upgrade:{' '}
        {states
          .map(({ state, word }) => `${coverage.filter((item) => item.state === state).length} ${word}`)
          .join(', ')}
      </summary>
      {states.map(({ state, word }) => (
        <CoverageList key={state} title={word} items={coverage.filter((item) => item.state === state)} />
      ))}
    </details>
  );
}

function CoverageList({ title, items }: { readonly title: string; readonly items: readonly CoverageState[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className={styles.coverageTitle}>{title}</h3>
      <ul className={styles.notices}>
        {items.map(({ item, title: what, why }) => (
          <li key={item}>
            <code>{item}</code> <Inline text={what} />
            {why && (
              <span className={styles.note}>
                {' '}
                <Inline text={why} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
