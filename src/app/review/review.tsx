import { useDeferredValue, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { StepId } from '../../engine/rules/finding.ts';
import { grouped, listed, type Selected, selectedOf, viewOf } from '../desk/selection.ts';
import { useDesk } from '../desk/use-desk.ts';
import { ScreenTitle } from '../shell/screen.tsx';
import { Detail } from './detail.tsx';
import { Filters } from './filters.tsx';
import { FindingList } from './finding-list.tsx';
import { QuestionDetail } from './question-detail.tsx';
import styles from './review.module.css';
import { StepAbout } from './step-about.tsx';
import { StepIntro } from './step-intro.tsx';
import { useReviewKeys } from './use-review-keys.ts';

/** A step: what there is to decide on one side, the evidence and the edit on the other. */
export function Component() {
  const step = useParams()['step'] as StepId;
  return <Review key={step} step={step} />;
}

function Review({ step }: { readonly step: StepId }) {
  const { guide, analysis, decisions } = useDesk();
  const [parameters] = useSearchParams();
  const [search, setSearch] = useState('');
  const view = viewOf(parameters);
  const own = analysis.findings.filter((finding) => finding.step === step);
  const groups = grouped(listed(own, decisions, view, search), view.by);
  const ordered = groups.flatMap(({ findings }) => findings);
  const questions = analysis.questions.filter((question) => question.step === step);
  const selected = selectedOf(view, ordered, questions, decisions);
  // In a rendering of its own after the list, so that neither is a long task.
  const shown = useDeferredValue<Selected | null>(selected, null);
  const keys = useReviewKeys(ordered, shown);
  const isNamed = view.finding !== null || view.question !== null || view.isAbout;
  return (
    <div className={styles.review} data-shows={isNamed ? 'detail' : 'list'} onKeyDownCapture={keys}>
      <section aria-label="Findings" className={styles.list}>
        <ScreenTitle title={guide.steps.find(({ id }) => id === step)?.title ?? step} />
        <StepIntro step={step} />
        {own.length > 0 && (
          <Filters view={view} search={search} onSearch={setSearch} shown={ordered.length} total={own.length} />
        )}
        <FindingList groups={groups} questions={questions} selected={selected} view={view} />
      </section>
      <section aria-label="What is looked at" className={styles.detail}>
        {shown?.kind === 'finding' && <Detail key={shown.finding.id} finding={shown.finding} ordered={ordered} />}
        {shown?.kind === 'question' && <QuestionDetail question={shown.question} />}
        {shown?.kind === 'about' && <StepAbout step={step} ordered={ordered} />}
      </section>
    </div>
  );
}
