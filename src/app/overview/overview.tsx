import { useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import { progressOf } from '../../engine/decisions/progress.ts';
import { acceptSafe, safeFixes } from '../../store/desk.ts';
import { forgetSolution } from '../../store/session.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { count } from '../desk/words.ts';
import { LinkButton } from '../link-button.tsx';
import { Screen } from '../shell/screen.tsx';
import { Contexts } from './contexts.tsx';
import { NotRead } from './not-read.tsx';
import styles from './overview.module.css';
import { Projects } from './projects.tsx';
import { Questions } from './questions.tsx';
import { Steps } from './steps.tsx';
import { Target } from './target.tsx';

export function Component() {
  const { analysis } = useDesk();
  return (
    <Screen title={analysis.input.name}>
      <Summary />
      <section aria-labelledby="steps" className={styles.section}>
        <h2 id="steps">What each step found</h2>
        <Steps />
      </section>
      <Rest />
    </Screen>
  );
}

/** In a rendering of its own: below the fold, and long where there are many projects. */
function Rest() {
  const isDue = useDeferredValue(true, false);
  if (!isDue) return null;
  return (
    <>
      <Questions />
      <section aria-labelledby="projects" className={styles.section}>
        <h2 id="projects">Projects the product reaches</h2>
        <Projects />
      </section>
      <Contexts />
      <Target />
      <NotRead />
      <Forget />
    </>
  );
}

function Summary() {
  const desk = useDesk();
  const { analysis, decisions, guide } = desk;
  const { found, open } = progressOf(analysis.findings, decisions);
  const forPerson = analysis.findings.filter(({ id }) => decisions.get(id)?.kind === 'by-hand').length;
  const safe = safeFixes(desk, null).length;
  const firstOpen =
    guide.steps.find(({ id }) => progressOf(analysis.findings, decisions, id).open > 0) ?? guide.steps.at(-1);
  return (
    <section aria-label="Summary" className={styles.summary}>
      <p className={styles.lead}>
        {found === 0
          ? `There is nothing to do: ${count(analysis.input.files, 'file')} looked at, nothing found that ${guide.to} changes.`
          : `${count(found, 'finding')} in ${count(analysis.projects.length, 'project')}: ${open} to decide, ${forPerson} for a person to do or know.`}{' '}
        {found > 0 && 'Nothing in your files changes until you accept it.'}
      </p>
      <div className={styles.actions}>
        {firstOpen && (
          <LinkButton tone="primary" icon="arrow-right" to={`/${guide.id}/${firstOpen.id}`}>
            {open > 0 ? 'Go through the findings' : 'Take it home'}
          </LinkButton>
        )}
        {safe > 0 && (
          <Button icon="check" onPress={() => acceptSafe(null)}>
            Accept all {safe} safe
          </Button>
        )}
      </div>
      {safe > 0 && (
        <p className={styles.note}>
          Safe edits only restore what the upgrade would break, where we are sure of the finding. One undo takes all of
          them back.
        </p>
      )}
    </section>
  );
}

function Forget() {
  const navigate = useNavigate();
  const forget = async () => {
    await forgetSolution();
    await navigate('/');
  };
  return (
    <section aria-label="Forget" className={styles.forget}>
      <Button icon="x" onPress={forget}>
        Forget this solution
      </Button>
      <span>Removes it and your decisions from this tab and this browser.</span>
    </section>
  );
}
