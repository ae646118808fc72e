import { type ReactNode, useId } from 'react';
import type { Finding } from '../../engine/rules/finding.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { blocksOf } from '../../ui/prose/blocks.ts';
import { CommandBlock } from '../../ui/prose/command-block.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { FindingLink } from '../desk/finding-link.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { type FindingState, findingStates, placeOf, stateOfFinding } from '../desk/words.ts';
import styles from './done.module.css';

/** What is open or for a person, step by step, with the commands that fit this solution; then what was declined. */
export function LeftForYou() {
  return (
    <div className={`${styles.column} ${styles.rest}`}>
      <Findings title="Left for you" states={['open', 'by-hand', 'told']}>
        <p>Nothing: every finding is accepted or declined.</p>
      </Findings>
      <Findings title="Declined" states={['declined']} />
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly states: readonly FindingState[];
  readonly children?: ReactNode; // in place of an empty list; else nothing is shown
}

function Findings({ title, states, children }: FindingsProps) {
  const { guide, analysis, decisions } = useDesk();
  const id = useId();
  const steps = guide.steps
    .map((step) => ({
      step,
      findings: analysis.findings.filter(
        (finding) => finding.step === step.id && states.includes(stateOfFinding(finding, decisions)),
      ),
    }))
    .filter(({ findings }) => findings.length > 0);
  if (steps.length === 0 && !children) return null;
  return (
    <section aria-labelledby={id} className={styles.column}>
      <h2 id={id}>{title}</h2>
      {steps.length === 0 && children}
      {steps.map(({ step, findings }) => (
        <div key={step.id}>
          <h3>{step.title}</h3>
          <ul className={styles.left}>
            {findings.map((finding) => (
              <LeftItem key={finding.id} finding={finding} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function LeftItem({ finding }: { readonly finding: Finding }) {
  const { decisions } = useDesk();
  const state = stateOfFinding(finding, decisions);
  const commands =
    state === 'open' || state === 'declined' ? [] : blocksOf(finding.message).filter((block) => block.kind === 'code');
  return (
    <li>
      <Sign {...toldAs(state)} />
      <div className={styles.leftText}>
        <FindingLink finding={finding}>
          <Inline text={finding.title} />
        </FindingLink>
        <div className={styles.note}>
          {findingStates[state].word} · <Breakable text={placeOf(finding)} />
        </div>
        {commands.map(({ text }) => (
          <CommandBlock key={text} text={text} />
        ))}
      </div>
    </li>
  );
}

const toldAs = (state: keyof typeof findingStates) => ({ kind: findingStates[state].sign });
