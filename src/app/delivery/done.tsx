import { progressOf } from '../../engine/decisions/progress.ts';
import { MixedFamily } from '../desk/mixed-family.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { count } from '../desk/words.ts';
import { Screen } from '../shell/screen.tsx';
import styles from './done.module.css';
import { Downloads } from './downloads.tsx';
import { LeftForYou } from './left-for-you.tsx';
import { useDelivery } from './use-delivery.ts';
import { Verify } from './verify.tsx';
import { WholeChange } from './whole-change.tsx';

export function Component() {
  const { guide } = useDesk();
  const prepared = useDelivery();
  return (
    <Screen isWide title={guide.steps.find(({ id }) => id === 'done')?.title ?? 'Done'}>
      <Decided />
      <MixedFamily />
      <div className={styles.columns}>
        <Downloads prepared={prepared} />
        <LeftForYou />
        <Verify />
      </div>
      <WholeChange prepared={prepared} />
    </Screen>
  );
}

function Decided() {
  const { analysis, decisions } = useDesk();
  const { found, open } = progressOf(analysis.findings, decisions);
  const of = (kind: string) => analysis.findings.filter(({ id }) => decisions.get(id)?.kind === kind).length;
  return (
    <p className={styles.lead}>
      {count(found, 'finding')}: {of('accept')} accepted, {of('decline')} declined, {of('by-hand')} for a person, {open}{' '}
      open.{' '}
      {open > 0 && 'What is open stays as it is in your files; you can come back to it with the report. That is fine.'}
    </p>
  );
}
