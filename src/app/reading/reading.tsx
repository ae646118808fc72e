import { goBack } from '../../store/session.ts';
import { useSession } from '../../store/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Screen } from '../shell/screen.tsx';
import styles from './reading.module.css';

const phases = [
  { id: 'archive', doing: 'Opening the archive', unit: 'files' },
  { id: 'projects', doing: 'Reading projects', unit: 'projects' },
  { id: 'csharp', doing: 'Reading C#', unit: 'files' },
  { id: 'rules', doing: 'Looking for what 6.3 changes', unit: 'rules' },
] as const;

export function Reading() {
  const session = useSession((state) => state);
  if (session.phase !== 'reading') return null;
  const now = session.progress.at(-1);
  const at = phases.findIndex(({ id }) => id === now?.phase);
  const share = now && now.total > 0 ? now.done / now.total : 0;
  return (
    <Screen title={`Reading ${session.intake.name}`}>
      <Progress label="Progress" done={Math.max(0, at) + share} total={phases.length} />
      <ol className={styles.phases}>
        {phases.map(({ id, doing, unit }, index) => {
          const progress = session.progress.find(({ phase }) => phase === id);
          const isDone = index < at;
          return (
            <li key={id} className={progress ? undefined : styles.waiting}>
              <Sign kind={isDone ? 'done' : 'open'} />
              <span>{doing}</span>
              <span className={styles.count}>{progress && countOf(progress, unit, isDone)}</span>
            </li>
          );
        })}
      </ol>
      <div>
        <Button icon="x" onPress={goBack}>
          Cancel
        </Button>
      </div>
    </Screen>
  );
}

function countOf({ done, total }: { readonly done: number; readonly total: number }, unit: string, isDone: boolean) {
  const number = (value: number) => value.toLocaleString('en');
  return isDone || done >= total ? `${number(total)} ${unit}` : `${number(done)} of ${number(total)}`;
}
