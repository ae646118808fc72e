import { Link } from 'react-router';
import type { AskedQuestion } from '../../engine/analysis.ts';
import { Inline } from '../../ui/prose/prose.tsx';
import { questionKey } from '../desk/selection.ts';
import { useDesk } from '../desk/use-desk.ts';
import { count } from '../desk/words.ts';
import styles from './overview.module.css';

const many = 12;

/** What only the user can know; each is answered in the step where it matters. Many are only counted here. */
export function Questions() {
  const { guide, analysis } = useDesk();
  const { questions } = analysis;
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className={styles.section}>
      <h2 id="questions">What only you can know</h2>
      <ul className={styles.questions}>
        {questions.length > many
          ? guide.steps.map(({ id, title }) => {
              const own = questions.filter(({ step }) => step === id);
              return (
                own.length > 0 && (
                  <li key={id}>
                    <Link to={`/${guide.id}/${id}`}>{title}</Link>
                    <span className={styles.note}>
                      {count(own.length, 'question')}, {own.filter(({ isAssumed }) => !isAssumed).length} answered
                    </span>
                  </li>
                )
              );
            })
          : questions.map((question) => <One key={questionKey(question)} question={question} />)}
      </ul>
    </section>
  );
}

function One({ question }: { readonly question: AskedQuestion }) {
  const { guide } = useDesk();
  return (
    <li>
      <Link to={`/${guide.id}/${question.step}?question=${encodeURIComponent(questionKey(question))}`}>
        <Inline text={question.title} />
      </Link>
      {question.project && <code>{question.project}</code>}
      <span className={styles.note}>
        <Inline text={labelOf(question.choices, question.answer)} /> (
        {question.isAssumed ? 'assumed until you answer' : 'your answer'})
      </span>
    </li>
  );
}

const labelOf = (choices: readonly { value: string; label: string }[] | null, answer: string) =>
  choices?.find(({ value }) => value === answer)?.label ?? (answer || 'nothing');
