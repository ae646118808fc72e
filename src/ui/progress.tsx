import { ProgressBar } from 'react-aria-components';
import styles from './progress.module.css';

export function Progress({
  label,
  done,
  total,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}) {
  return (
    <ProgressBar aria-label={label} value={done} maxValue={Math.max(total, 1)} className={styles.track ?? ''}>
      {({ percentage }) => <span className={styles.bar} style={{ inlineSize: `${percentage ?? 0}%` }} />}
    </ProgressBar>
  );
}
