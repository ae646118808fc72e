import type { Finding } from '../../engine/rules/finding.ts';
import { useDesk } from '../desk/use-desk.ts';
import { FindingLink } from '../review/detail.tsx';
import styles from './done.module.css';

export function LeftForYou() {
  const { guide, analysis, decisions } = useDesk();
  const isLeft = ({ id }: Finding) => !decisions.has(id) || decisions.get(id)?.kind === 'by-hand';
  const left = guide.steps
    .map((step) => ({
      step,
      findings: analysis.findings.filter((finding) => finding.step === step.id && isLeft(finding)),
    }))
    .filter(({ findings }) => findings.length > 0);
  return (
    <section aria-labelledby="left" className={styles.column}>
      <h2 id="left">Left for you</h2>
      {left.length === 0 && <p>Nothing: every finding is accepted or declined.</p>}
      {left.map(({ step, findings }) => (
        <div key={step.id}>
          <h3>{step.title}</h3>
          <ul className={styles.left}>
            {findings.map((finding) => (
              <li key={finding.id}>
                <FindingLink finding={finding} />
                <span className={styles.note}> {decisions.has(finding.id) ? '! needs you' : '○ open'}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
