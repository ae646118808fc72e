import { Link } from 'react-router';
import type { Finding, Severity, StepId } from '../../engine/rules/finding.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Prose } from '../../ui/prose/prose.tsx';
import { firstOpen } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { count, severities, stepName } from '../desk/words.ts';
import { LinkButton } from '../link-button.tsx';
import { Pictures } from './pictures/pictures.tsx';
import styles from './step-about.module.css';

interface Props {
  readonly step: StepId;
  readonly ordered: readonly Finding[];
}

/** What a step begins with: what 6.3 changes here, what of it is in this solution, and where to go on. */
export function StepAbout({ step, ordered }: Props) {
  const { guide, analysis } = useDesk();
  const change = useAddress();
  const own = analysis.findings.filter((finding) => finding.step === step);
  return (
    <article aria-labelledby="about-step" className={styles.about}>
      <span className={styles.back}>
        <Button tone="quiet" icon="arrow-left" onPress={() => change({ about: null })}>
          All findings
        </Button>
      </span>
      <h2 id="about-step">About this step</h2>
      <Prose text={guide.steps.find(({ id }) => id === step)?.text ?? ''} />
      {own.length === 0 ? <NotAffected /> : <Found findings={own} />}
      <Onward step={step} ordered={ordered} />
      <Pictures findings={own} />
      <p>
        <Link to={`/${guide.id}/rules?step=${step}`}>What we look for in this step, and what we miss</Link>
      </p>
    </article>
  );
}

const NotAffected = () => <p>Nothing in this solution is affected by what we look for in this step.</p>;

function Found({ findings }: { readonly findings: readonly Finding[] }) {
  const present = (Object.keys(severities) as Severity[])
    .map((severity) => ({ severity, places: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ places }) => places > 0);
  return (
    <ul aria-label="What was found" className={styles.found}>
      {present.map(({ severity, places }) => {
        const { word, ...look } = severities[severity];
        return (
          <li key={severity}>
            <Badge {...look}>{word}</Badge> {count(places, 'place')}
          </li>
        );
      })}
    </ul>
  );
}

/** To the first open finding, or to the next step where none is. */
function Onward({ step, ordered }: Props) {
  const { guide, decisions } = useDesk();
  const change = useAddress();
  const first = firstOpen(ordered, decisions);
  const next = guide.steps[guide.steps.findIndex(({ id }) => id === step) + 1];
  const toNext = next && (
    <LinkButton tone={first && !decisions.has(first.id) ? 'plain' : 'primary'} to={`/${guide.id}/${next.id}`}>
      Next: {stepName(next.id)}
    </LinkButton>
  );
  return (
    <div className={styles.onward}>
      {first && !decisions.has(first.id) && (
        <Button tone="primary" icon="arrow-right" onPress={() => change({ about: null, finding: first.id })}>
          Go through what is open
        </Button>
      )}
      {toNext}
    </div>
  );
}
