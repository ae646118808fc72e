import { useNavigate } from 'react-router';
import { describeError } from '../../engine/errors.ts';
import type { Failure as Cause } from '../../store/session.ts';
import { goBack } from '../../store/session.ts';
import { useSession } from '../../store/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Screen } from '../shell/screen.tsx';
import styles from './failure.module.css';

/** What happened, to which file, what to do next, and the way back. */
export function Failure() {
  const session = useSession((state) => state);
  const navigate = useNavigate();
  if (session.phase !== 'failed') return null;
  const { name, failure, earlier } = session;
  const back = async () => {
    goBack();
    if (!earlier) await navigate('/');
  };
  return (
    <Screen title={failure.kind === 'bug' ? 'Something is wrong with this page' : `${name} can’t be upgraded here`}>
      <div role="alert" className={styles.what}>
        {failure.kind === 'bug' ? <Bug failure={failure} name={name} /> : <Input failure={failure} />}
      </div>
      <div>
        <Button tone="primary" icon="arrow-left" onPress={back}>
          {earlier ? `Back to ${earlier.analysis.input.name}` : 'Choose another file'}
        </Button>
      </div>
    </Screen>
  );
}

function Input({ failure }: { readonly failure: Extract<Cause, { kind: 'input' }> }) {
  const { message, remedy } = describeError(failure.code, failure.detail);
  return (
    <>
      <h2>What happened</h2>
      <p>{message}</p>
      <h2>What to do next</h2>
      <p>{remedy}</p>
    </>
  );
}

function Bug({ failure, name }: { readonly failure: Extract<Cause, { kind: 'bug' }>; readonly name: string }) {
  const details = `${failure.message}\n${failure.trace}`;
  return (
    <>
      <h2>What happened</h2>
      <p>
        Reading <code>{name}</code> stopped with an error of ours, not of yours. Nothing was changed and nothing was
        sent.
      </p>
      <h2>What to do next</h2>
      <p>
        Reload the page and try again. If it stops again, please report it with these details; they hold no source text
        of yours unless the first line quotes some.
      </p>
      <pre className={styles.trace}>{details}</pre>
      <CopyButton text={details} label="Copy details" />
    </>
  );
}
