import type { Finding } from '../../engine/rules/finding.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { blocksOf } from '../../ui/prose/blocks.ts';
import { CommandBlock } from '../../ui/prose/command-block.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { FindingLink } from '../desk/finding-link.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { findingStates, placeOf, stateOfFinding } from '../desk/words.ts';
import styles from './done.module.css';

/** What is open or for a person, step by step, with the commands that fit this solution. */
export function LeftForYou() {
  const { guide, analysis, decisions } = useDesk();
  const isLeft = (finding: Finding) => ['open', 'by-hand', 'told'].includes(stateOfFinding(finding, decisions));
  const left = guide.steps
    .map((step) => ({
      step,
      findings: analysis.findings.filter((finding) => finding.step === step.id && isLeft(finding)),
    }))
    .filter(({ findings }) => findings.length > 0);
  return (
    <section aria-labelledby="left" className={`${styles.column} ${styles.rest}`}>
      <h2 id="left">Left for you</h2>
      {left.length === 0 && <p>Nothing: every finding is accepted or declined.</p>}
      {left.map(({ step, findings }) => (
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
  const commands = state === 'open' ? [] : blocksOf(finding.message).filter((block) => block.kind === 'code');
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
