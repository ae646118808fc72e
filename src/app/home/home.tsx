import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Link } from 'react-router';
import { intakeOfFiles } from '../../store/intake.ts';
import { sampleIntake } from '../../store/sample.ts';
import { useSession } from '../../store/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Screen } from '../shell/screen.tsx';
import { useOpen } from '../shell/use-open.ts';
import styles from './home.module.css';

export function Home() {
  return (
    <Screen title="Upgrade Duende IdentityServer 6.2 to 6.3">
      <p className={styles.lead}>In your own code, edit by edit, without it leaving this page.</p>
      <OpenedSolution />
      <div className={styles.columns}>
        <Intake />
        <HowItWorks />
      </div>
      <p className={styles.privacy}>
        <strong>Nothing is sent anywhere.</strong> Your files are read and changed here, in this browser tab. Check it:
        watch the network tab of your developer tools, or disconnect now that the page is loaded.
      </p>
    </Screen>
  );
}

function Intake() {
  const open = useOpen();
  const pick = (files: FileList | null) => open(intakeOfFiles([...(files ?? [])]));
  return (
    <section aria-labelledby="intake" className={styles.intake}>
      <h2 id="intake">Drop a .zip, a folder or single files anywhere on this page</h2>
      <div className={styles.pickers}>
        <FileTrigger acceptedFileTypes={['.zip', 'application/zip']} onSelect={pick}>
          <Button tone="primary" icon="file">
            Choose zip
          </Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={pick}>
          <Button icon="folder">Choose folder</Button>
        </FileTrigger>
        <FileTrigger allowsMultiple onSelect={pick}>
          <Button icon="files">Choose files</Button>
        </FileTrigger>
      </div>
      <Sample />
    </section>
  );
}

function Sample() {
  const open = useOpen();
  const [problem, setProblem] = useState<string | null>(null);
  const start = () =>
    sampleIntake().then(open, () => setProblem('The sample could not be loaded. Reload the page and try again.'));
  return (
    <p>
      No solution at hand?{' '}
      <Button icon="sample" onPress={start}>
        Try it with a sample solution
      </Button>
      {problem && <span role="alert"> {problem}</span>}
    </p>
  );
}

function HowItWorks() {
  return (
    <section aria-labelledby="how" className={styles.how}>
      <h2 id="how">How it works</h2>
      <ol>
        <li>
          <strong>Five steps</strong>, those of the vendor’s guide: packages, database schema, data protection, breaking
          changes, done.
        </li>
        <li>
          <strong>You decide each edit.</strong> Every finding shows where, why, and the exact change. Nothing is
          accepted without a click, and every click can be undone.
        </li>
        <li>
          <strong>You take home</strong> the upgraded zip, a patch for <code>git apply</code>, and a report. Files
          without an accepted edit stay as they are, byte for byte.
        </li>
      </ol>
      <p className={styles.limits}>
        It doesn’t build or run your code, and it doesn’t touch your database: what it can’t decide or see, it leaves to
        you and says so.
      </p>
    </section>
  );
}

function OpenedSolution() {
  const opened = useSession((session) => (session.phase === 'ready' ? session : null));
  if (!opened) return null;
  return (
    <p className={styles.opened}>
      <Link to={`/${opened.guide.id}`}>
        Go on with <strong>{opened.analysis.input.name}</strong> <Icon name="arrow-right" />
      </Link>
    </p>
  );
}
