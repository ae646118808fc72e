import { useCallback, useEffect, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { progressOf } from '../../engine/decisions/progress.ts';
import type { StepId } from '../../engine/rules/finding.ts';
import { redoNext, undoLast } from '../../store/session.ts';
import { Button } from '../../ui/button.tsx';
import { Sign } from '../../ui/sign.tsx';
import { KeysHelp } from './keys-help.tsx';
import styles from './step-list.module.css';
import { useDesk } from './use-desk.ts';
import { useHelpKey } from './use-help-key.ts';
import { count, plain, stepName, stepState } from './words.ts';

export function StepList() {
  const { guide, analysis } = useDesk();
  const steps = useRef<HTMLOListElement>(null);
  const { pathname } = useLocation();
  // On a narrow page the steps are a strip that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which step is the current one follows from the path
  useEffect(() => {
    const current = steps.current?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    if (current) steps.current?.scrollTo({ left: current.offsetLeft - 24 });
  }, [pathname]);
  return (
    <nav aria-label="Steps" className={styles.nav}>
      <NavLink to={`/${guide.id}`} end className={styles.solution ?? ''}>
        {analysis.input.name}
        <span className={styles.under}>overview</span>
      </NavLink>
      <ol ref={steps} className={styles.steps}>
        {guide.steps.map(({ id }, at) => (
          <li key={id}>
            <NavLink to={`/${guide.id}/${id}`} className={styles.step ?? ''}>
              <span className={styles.title}>
                <span className={styles.ordinal}>{at + 1}</span> {stepName(id)}
              </span>
              <span className={styles.under}>{id === 'done' ? <Overall /> : <Left step={id} />}</span>
            </NavLink>
          </li>
        ))}
      </ol>
      <UndoRedo />
      <Keys />
    </nav>
  );
}

function Left({ step }: { readonly step: StepId }) {
  const { analysis, decisions } = useDesk();
  const { sign, word } = stepState(analysis.findings, decisions, step);
  return <Sign kind={sign} word={word} />;
}

function Overall() {
  const { analysis, decisions } = useDesk();
  const { open } = progressOf(analysis.findings, decisions);
  return <span>{open === 0 ? 'everything decided' : `${count(open, 'finding')} open`}</span>;
}

function Keys() {
  const [isOpen, setOpen] = useState(false);
  useHelpKey(useCallback(() => setOpen(true), []));
  return (
    <div className={styles.keys}>
      <Button tone="quiet" icon="keyboard" shortcut="?" onPress={() => setOpen(true)}>
        Keys
      </Button>
      <KeysHelp isOpen={isOpen} onChange={setOpen} />
    </div>
  );
}

function UndoRedo() {
  const { history } = useDesk();
  const last = history.past.at(-1);
  const [next] = history.future;
  return (
    <div className={styles.undo}>
      <Button
        icon="undo"
        isDisabled={!last}
        onPress={undoLast}
        aria-label={last ? `Undo: ${plain(last.what)}` : 'Undo'}
        shortcut="Control+Z"
      >
        Undo
      </Button>
      <Button
        icon="redo"
        isDisabled={!next}
        onPress={redoNext}
        aria-label={next ? `Redo: ${plain(next.what)}` : 'Redo'}
        shortcut="Control+Shift+Z"
      >
        Redo
      </Button>
      <p role="status" className={styles.last}>
        {last ? `Last: ${plain(last.what)}` : ''}
      </p>
    </div>
  );
}
