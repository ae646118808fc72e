import type { Guide } from '../../engine/rules/guide.ts';
import { Inline } from '../../ui/prose/prose.tsx';

const states = [
  { state: 'by-hand', title: 'For a person to check' },
  { state: 'not-looked-for', title: 'Not looked for' },
] as const;

/** What is known to change and has no rule, with the reason. */
export function Unruled({ guide }: { readonly guide: Guide }) {
  const covered = new Set(guide.rules.flatMap(({ meta }) => meta.covers));
  const items = guide.coverage.filter(({ item }) => !covered.has(item));
  return states.map(({ state, title }) => (
    <section key={state} aria-labelledby={state}>
      <h2 id={state}>{title}</h2>
      <ul>
        {items
          .filter(({ unruled }) => (unruled?.state ?? 'not-looked-for') === state)
          .map(({ item, title: what, unruled }) => (
            <li key={item}>
              <strong>
                <Inline text={what} />
              </strong>
              {unruled && (
                <>
                  . <Inline text={unruled.why} />
                </>
              )}
            </li>
          ))}
      </ul>
    </section>
  ));
}
