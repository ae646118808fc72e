import type { AskedQuestion } from '../../engine/analysis.ts';
import { settledByIt } from '../../store/desk.ts';
import { Button } from '../../ui/button.tsx';
import { FindingLink } from '../desk/finding-link.tsx';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import styles from './detail.module.css';
import { QuestionCard } from './question-card.tsx';

export function QuestionDetail({ question }: { readonly question: AskedQuestion }) {
  const { analysis } = useDesk();
  const change = useAddress();
  const settled = settledByIt(analysis.findings, question);
  return (
    <div className={styles.detail}>
      <span className={styles.back}>
        <Button tone="quiet" icon="arrow-left" onPress={() => change({ question: null })}>
          All findings
        </Button>
      </span>
      <QuestionCard question={question} level={2} />
      {settled.length > 0 && (
        <section aria-labelledby="settles" className={styles.part}>
          <h3 id="settles">What it decides</h3>
          <ul>
            {settled.map((finding) => (
              <li key={finding.id}>
                <FindingLink finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
