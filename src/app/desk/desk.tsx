import { Outlet } from 'react-router';
import { useSession } from '../../store/use-session.ts';
import styles from './desk.module.css';
import { StepList } from './step-list.tsx';
import { useUndoKeys } from './use-undo-keys.ts';

/** The steps on one side, always with what is left in each; the screen of the step on the other. */
export function Component() {
  const isReady = useSession((session) => session.phase === 'ready');
  useUndoKeys();
  if (!isReady) return null;
  return (
    <div className={styles.desk}>
      <StepList />
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  );
}
