import { type DragEvent, useState } from 'react';
import { Link, Outlet, useNavigation } from 'react-router';
import { intakeOfDrop } from '../../store/intake.ts';
import { useSession } from '../../store/use-session.ts';
import { Failure } from '../failure/failure.tsx';
import { Reading } from '../reading/reading.tsx';
import styles from './shell.module.css';
import { ThemeSwitch } from './theme-switch.tsx';
import { useOpen } from './use-open.ts';

export function Shell() {
  const phase = useSession((session) => session.phase);
  const isLoading = useNavigation().state === 'loading';
  const drop = useWholePageDrop();
  return (
    <div className={styles.shell} {...drop.handlers}>
      <button type="button" className={styles.skip} onClick={skipToMain}>
        Skip to the content
      </button>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          IdentityServer <span className={styles.upgrade}>upgrade </span>wizard
        </Link>
        <nav aria-label="About this page" className={styles.nav}>
          <Link to="/v6_2-to-v6_3/rules">Rules</Link>
          <Link to="/about">About</Link>
          <ThemeSwitch />
        </nav>
      </header>
      <main id="main" tabIndex={-1} className={styles.main} aria-busy={isLoading}>
        {phase === 'reading' ? <Reading /> : phase === 'failed' ? <Failure /> : <Outlet />}
      </main>
      {drop.isOver && <div className={styles.drop}>Drop it anywhere: a zip, a folder or single files</div>}
    </div>
  );
}

/** What is behind the hash is the route, so this can't be a link to an anchor. */
const skipToMain = () => document.getElementById('main')?.focus();

function useWholePageDrop() {
  const open = useOpen();
  const [isOver, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node)) setOver(false);
    },
    onDrop: async (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      await open(await intakeOfDrop(event.dataTransfer));
    },
  };
  return { isOver, handlers };
}
