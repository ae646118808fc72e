import { useId } from 'react';
import type { AskedQuestion } from '../../engine/analysis.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { fitsForm } from '../../engine/rules/question.ts';
import { answer, settledByIt } from '../../store/desk.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Inline, Prose } from '../../ui/prose/prose.tsx';
import { TextEntry } from '../../ui/text-entry.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { count } from '../desk/words.ts';
import styles from './question-card.module.css';

/** The question whose answer decides this finding, where there is one. */
export function LinkedQuestion({ finding: { settledBy } }: { readonly finding: Finding }) {
  const { analysis } = useDesk();
  const question = analysis.questions.find(
    ({ id, project }) => id === settledBy?.question && project === settledBy.project,
  );
  return question ? <QuestionCard question={question} /> : null;
}

/** Choices, why it is asked, and what is assumed until it is answered. */
export function QuestionCard({ question, level = 3 }: { readonly question: AskedQuestion; readonly level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { analysis } = useDesk();
  const title = useId();
  const settles = settledByIt(analysis.findings, question).length;
  return (
    <section aria-labelledby={title} className={styles.card}>
      <Heading id={title}>
        <Inline text={question.title} />
      </Heading>
      {question.project && (
        <p className={styles.muted}>
          For <code>{question.project}</code>
        </p>
      )}
      <Prose text={question.why} level={4} />
      {question.choices ? (
        <ChoiceGroup
          label="Your answer"
          choices={question.choices.map(({ value, label }) => ({
            value,
            label: <Inline text={label} />,
            note: question.isAssumed && value === question.answer ? 'assumed until you answer' : undefined,
          }))}
          value={question.isAssumed ? null : question.answer}
          onChange={(value) => answer(question, value)}
        />
      ) : (
        <TextEntry
          key={question.answer}
          label="Your answer"
          value={question.answer}
          note={question.isAssumed ? 'assumed until you answer' : ''}
          objectionTo={(text) => (fitsForm(question, text) ? null : `Write it as ${question.form?.words}.`)}
          onEnter={(value) => answer(question, value)}
        />
      )}
      <div className={styles.foot}>
        <span className={styles.muted}>{settles > 0 && `The answer settles ${count(settles, 'finding')}.`}</span>
        {!question.isAssumed && (
          <Button tone="quiet" icon="undo" onPress={() => answer(question, null)}>
            Take the answer back
          </Button>
        )}
      </div>
    </section>
  );
}
