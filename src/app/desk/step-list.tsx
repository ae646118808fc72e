import { NavLink } from 'react-router';
import { progressOf, stateOf } from '../../engine/decisions/progress.ts';
import type { StepId } from '../../engine/rules/finding.ts';
import { redoNext, undoLast } from '../../store/session.ts';
import { Button } from '../../ui/button.tsx';
import { Sign } from '../../ui/sign.tsx';
import styles from './step-list.module.css';
import { useDesk } from './use-desk.ts';
import { count, stepName, stepStates } from './words.ts';

export function StepList() {
  const { guide, analysis } = useDesk();
  return (
    <nav aria-label="Steps" className={styles.nav}>
      <NavLink to={`/${guide.id}`} end className={styles.solution ?? ''}>
        {analysis.input.name}
        <span className={styles.under}>overview</span>
      </NavLink>
      <ol className={styles.steps}>
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
    </nav>
  );
}

function Left({ step }: { readonly step: StepId }) {
  const { analysis, decisions } = useDesk();
  const progress = progressOf(analysis.findings, decisions, step);
  const { sign, word } = stepStates[stateOf(progress)];
  const { found, open, decided } = progress;
  const left = {
    'not affected': word,
    open: `${open} of ${found} open`,
    'needs you': `${word}, ${decided} decided`,
    done: `${word}, ${found} of ${found}`,
  };
  return <Sign kind={sign} word={left[word as keyof typeof left] ?? word} />;
}

function Overall() {
  const { analysis, decisions } = useDesk();
  const { open } = progressOf(analysis.findings, decisions);
  return <span>{open === 0 ? 'everything decided' : `${count(open, 'finding')} open, which is fine`}</span>;
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
        aria-label={last ? `Undo: ${last.what}` : 'Undo'}
        shortcut="Control+Z"
      >
        Undo
      </Button>
      <Button
        icon="redo"
        isDisabled={!next}
        onPress={redoNext}
        aria-label={next ? `Redo: ${next.what}` : 'Redo'}
        shortcut="Control+Shift+Z"
      >
        Redo
      </Button>
      <p role="status" className={styles.last}>
        {last ? `Last: ${last.what}` : ''}
      </p>
    </div>
  );
}
