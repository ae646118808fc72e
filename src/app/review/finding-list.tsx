import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { AskedQuestion } from '../../engine/analysis.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { type Group, questionKey, type Selected, type View } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { fileName, findingStates, placeOf, plain, severities, stateOfFinding } from '../desk/words.ts';
import { Filters } from './filters.tsx';
import styles from './finding-list.module.css';
import { useIsWide } from './use-is-wide.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly total: number;
  readonly questions: readonly AskedQuestion[];
  readonly selected: Selected;
  readonly view: View;
}

export function FindingList({ groups, total, questions, selected, view }: Props) {
  const change = useAddress();
  const select = (key: string) => {
    const [kind = '', ...rest] = key.split(' ');
    change({ finding: null, question: null, [kind]: rest.join(' ') });
  };
  // Alone on a narrow page, the list must lead to the one that is next too.
  const isBeside = useIsWide() || view.finding !== null || view.question !== null;
  const shown = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <>
      {total > 0 && <Filters view={view} shown={shown} total={total} />}
      <ListBox
        aria-label="Findings and questions"
        className={styles.list ?? ''}
        selectionMode="single"
        disallowEmptySelection
        shouldFocusOnHover={false}
        selectedKeys={selected && isBeside ? [keyOf(selected)] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) select(String(key));
        }}
      >
        {questions.length > 0 && <QuestionGroup questions={questions} />}
        {groups.map((group) => (
          <FindingGroup key={group.key} group={group} by={view.by} />
        ))}
      </ListBox>
    </>
  );
}

const keyOf = (selected: NonNullable<Selected>) =>
  selected.kind === 'finding' ? `finding ${selected.finding.id}` : `question ${questionKey(selected.question)}`;

function QuestionGroup({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  return (
    <ListBoxSection id="questions">
      <Header className={styles.group ?? ''}>
        <span>What only you can know</span>
        <span className={styles.share}>
          {questions.filter(({ isAssumed }) => !isAssumed).length} / {questions.length}
        </span>
      </Header>
      {questions.map((question) => (
        <ListBoxItem
          key={questionKey(question)}
          id={`question ${questionKey(question)}`}
          textValue={plain(question.title)}
          className={styles.item ?? ''}
        >
          <Sign kind={question.isAssumed ? 'open' : 'done'} />
          <span className={styles.main}>
            <span>
              <Inline text={question.title} />
            </span>
            <span className={styles.under}>
              {question.isAssumed ? 'assumed' : 'answered'}
              {question.project && ` · ${fileName(question.project)}`}
            </span>
          </span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

function FindingGroup({ group, by }: { readonly group: Group; readonly by: View['by'] }) {
  const { guide, decisions } = useDesk();
  const decided = group.findings.filter(({ id }) => decisions.has(id)).length;
  return (
    <ListBoxSection id={`group ${group.key}`}>
      <Header className={styles.group ?? ''}>
        <span>
          {by === 'rule' ? (
            <Inline text={guide.ruleTitles.get(group.key) ?? group.key} />
          ) : (
            <Breakable text={group.key} />
          )}
        </span>
        <span className={styles.share}>
          {decided} / {group.findings.length}
          <span className="visually-hidden"> decided</span>
        </span>
      </Header>
      {group.findings.map((finding) => (
        <Item key={finding.id} finding={finding} by={by} />
      ))}
    </ListBoxSection>
  );
}

function Item({ finding, by }: { readonly finding: Finding; readonly by: View['by'] }) {
  const { guide, decisions } = useDesk();
  const { sign, word } = findingStates[stateOfFinding(finding, decisions)];
  const place = fileName(placeOf(finding));
  const isSaidAbove = by === 'rule' && guide.ruleTitles.get(finding.rule) === finding.title;
  const said = `${place}, ${plain(finding.title)}, ${severities[finding.severity].word}, ${word}`;
  return (
    <ListBoxItem id={`finding ${finding.id}`} textValue={said} aria-label={said} className={styles.item ?? ''}>
      <Sign kind={sign} />
      <span className={styles.main}>
        <span className={styles.place}>
          <Breakable text={place} />
        </span>
        <span className={styles.under}>
          {word}
          {!isSaidAbove && (
            <>
              {' · '}
              <Inline text={finding.title} />
            </>
          )}
        </span>
      </span>
    </ListBoxItem>
  );
}
