import type { StepId } from '../../engine/rules/finding.ts';
import { acceptSafe, safeFixes } from '../../store/desk.ts';
import { Button } from '../../ui/button.tsx';
import { Sign } from '../../ui/sign.tsx';
import { MixedFamily } from '../desk/mixed-family.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { stepState } from '../desk/words.ts';
import styles from './step-intro.module.css';

/** Where the step stands, and the safe part of it in one click. */
export function StepIntro({ step }: { readonly step: StepId }) {
  const desk = useDesk();
  const { sign, word } = stepState(desk.analysis.findings, desk.decisions, step);
  const safe = safeFixes(desk, step).length;
  return (
    <>
      <div className={styles.intro}>
        <Sign kind={sign} word={word} />
        {safe > 0 && (
          <Button icon="check" onPress={() => acceptSafe(step)}>
            Accept {safe} safe
          </Button>
        )}
      </div>
      {step === 'packages' && <MixedFamily />}
    </>
  );
}
