import { Link } from 'react-router';
import { Inline } from '../../ui/prose/prose.tsx';
import { questionKey } from '../desk/selection.ts';
import { useDesk } from '../desk/use-desk.ts';
import styles from './overview.module.css';

/** What only the user can know; each is answered in the step where it matters. */
export function Questions() {
  const { guide, analysis } = useDesk();
  if (analysis.questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className={styles.section}>
      <h2 id="questions">What only you can know</h2>
      <ul className={styles.questions}>
        {analysis.questions.map((question) => (
          <li key={questionKey(question)}>
            <Link to={`/${guide.id}/${question.step}?question=${encodeURIComponent(questionKey(question))}`}>
              <Inline text={question.title} />
            </Link>
            {question.project && <code>{question.project}</code>}
            <span className={styles.note}>
              <Inline text={labelOf(question.choices, question.answer)} /> (
              {question.isAssumed ? 'assumed until you answer' : 'your answer'})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const labelOf = (choices: readonly { value: string; label: string }[] | null, answer: string) =>
  choices?.find(({ value }) => value === answer)?.label ?? (answer || 'nothing');
