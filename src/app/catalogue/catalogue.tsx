import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import type { Guide } from '../../engine/rules/guide.ts';
import { guides } from '../../guides/index.ts';
import { Inline, Prose } from '../../ui/prose/prose.tsx';
import { Screen } from '../shell/screen.tsx';
import styles from './catalogue.module.css';
import { Example, hasExample } from './example.tsx';
import { Unruled } from './unruled.tsx';

/** Every rule: what it looks for, what it misses, before and after. Needs no solution. */
export function Component() {
  const { guide: id = '', rule } = useParams();
  const guide = guides.get(id);
  if (!guide) return <Navigate to="/" replace />;
  return rule ? <OneRule guide={guide} id={rule} /> : <AllRules guide={guide} />;
}

function AllRules({ guide }: { readonly guide: Guide }) {
  const only = useSearchParams()[0].get('step');
  const steps = guide.steps.filter(({ id }) => only === null || id === only);
  return (
    <Screen title={`What we look for from ${guide.from} to ${guide.to}`}>
      {steps.map(({ id, title }) => {
        const rules = guide.rules.filter(({ meta }) => meta.step === id);
        return (
          rules.length > 0 && (
            <section key={id} className={styles.step}>
              <h2>{title}</h2>
              <ul>
                {rules.map(({ meta }) => (
                  <li key={meta.id}>
                    <Link to={`/${guide.id}/rules/${meta.id}`}>
                      <Inline text={meta.title} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      {only === null && <Unruled guide={guide} />}
    </Screen>
  );
}

function OneRule({ guide, id }: { readonly guide: Guide; readonly id: string }) {
  const rule = guide.rules.find(({ meta }) => meta.id === id);
  if (!rule) return <Navigate to={`/${guide.id}/rules`} replace />;
  const text = (guide.docs.get(id) ?? '').replace(/^# .*\n/, '');
  return (
    <Screen title={rule.meta.title.replaceAll('`', '')}>
      <Prose text={hasExample(id) ? withoutExample(text) : text} level={1} />
      {hasExample(id) && (
        <section aria-labelledby="example" className={styles.step}>
          <h2 id="example">Before and after, in one of its cases</h2>
          <Example rule={id} />
        </section>
      )}
      <p>
        <Link to={`/${guide.id}/rules`}>All rules</Link>
      </p>
    </Screen>
  );
}

/** What the README shows in short, a case shows in full. */
const withoutExample = (readme: string) => readme.replace(/^## Before \/ After\n[\s\S]*?(?=^## |(?![\s\S]))/m, '');
