import type { Requirement } from '../../engine/rules/finding.ts';
import type { Rivalry } from '../../store/desk.ts';
import { Button } from '../../ui/button.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { FindingLink } from '../desk/finding-link.tsx';
import { useDesk } from '../desk/use-desk.ts';
import styles from './conflict.module.css';
import { FixDiff } from './fix-diff.tsx';

interface Props {
  readonly rivalry: Rivalry;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Both sides, so that the person can see what is given up for what. */
export function Conflict({ rivalry: { wanted, accepted }, onTake, onKeep }: Props) {
  if (wanted.finding === accepted.finding) {
    return (
      <section role="alert" className={styles.conflict}>
        <h3>This edit can’t be written</h3>
        <p>
          The file can’t take it: its encoding lacks a character, or a file of that name is there already. Nothing was
          changed.
        </p>
        <Button onPress={onKeep}>Close</Button>
      </section>
    );
  }
  return (
    <section role="alert" aria-label="Conflict" className={styles.conflict}>
      <h3>These two change the same place</h3>
      <p>Only one of them can be applied. Nothing was changed yet.</p>
      <div className={styles.sides}>
        <Side title="Accepted" side={accepted} />
        <Side title="Chosen now" side={wanted} />
      </div>
      <div className={styles.actions}>
        <Button onPress={onKeep}>Keep the accepted one</Button>
        <Button onPress={onTake}>Give it up and take this one</Button>
      </div>
    </section>
  );
}

function Side({ title, side }: { readonly title: string; readonly side: Requirement }) {
  const { analysis } = useDesk();
  const finding = analysis.findings.find(({ id }) => id === side.finding);
  const fix = finding?.fixes.find(({ id }) => id === side.fix);
  if (!finding || !fix) return null;
  return (
    <div className={styles.side}>
      <h4>{title}</h4>
      <p>
        <Inline text={fix.title} />
      </p>
      <p>
        <FindingLink finding={finding} />
      </p>
      <FixDiff finding={finding.id} fix={fix} />
    </div>
  );
}
