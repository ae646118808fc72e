import { Link } from 'react-router';
import { progressOf } from '../../engine/decisions/progress.ts';
import type { StepId } from '../../engine/rules/finding.ts';
import { acceptSafe, safeFixes } from '../../store/desk.ts';
import { Button } from '../../ui/button.tsx';
import { Prose } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { stepState } from '../desk/words.ts';
import styles from './step-intro.module.css';

/** What 6.3 changes here, what was found, and the safe part of it in one click. */
export function StepIntro({ step }: { readonly step: StepId }) {
  const desk = useDesk();
  const { guide, analysis, decisions } = desk;
  const progress = progressOf(analysis.findings, decisions, step);
  const { sign, word } = stepState(analysis.findings, decisions, step);
  const safe = safeFixes(desk, step).length;
  return (
    <div className={styles.intro}>
      <div className={styles.counts}>
        <Sign kind={sign} word={word} />
      </div>
      {safe > 0 && (
        <div>
          <Button icon="check" onPress={() => acceptSafe(step)}>
            Accept {safe} safe
          </Button>
        </div>
      )}
      <details open={progress.found === 0}>
        <summary>What this step is about</summary>
        <Prose text={guide.steps.find(({ id }) => id === step)?.text ?? ''} />
      </details>
      {progress.found === 0 && <NotAffected step={step} />}
    </div>
  );
}

function NotAffected({ step }: { readonly step: StepId }) {
  const { guide } = useDesk();
  return (
    <p>
      Nothing in this solution is affected by what we look for in this step.{' '}
      <Link to={`/${guide.id}/rules?step=${step}`}>What we look for</Link>
    </p>
  );
}
