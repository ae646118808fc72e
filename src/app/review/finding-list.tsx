import { type ReactNode, useEffect, useState } from 'react';
import { Button, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { AskedQuestion } from '../../engine/analysis.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { type Group, questionKey, type Selected, type View } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { fileName, findingStates, placeOf, plain, severities, stateOfFinding } from '../desk/words.ts';
import styles from './finding-list.module.css';
import { useIsWide } from './use-is-wide.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly questions: readonly AskedQuestion[];
  readonly selected: Selected;
  readonly view: View;
}

export function FindingList({ groups, questions, selected, view }: Props) {
  const change = useAddress();
  const folding = useFolding(groups, questions, selected);
  // Alone on a narrow page, the list must lead to the one that is next too.
  const isBeside = useIsWide() || view.finding !== null || view.question !== null;
  const press = (key: string) => {
    const [kind = '', ...rest] = key.split(' ');
    if (kind === 'group') folding.toggle(key);
    else change({ finding: null, question: null, about: null, [kind]: rest.join(' ') });
  };
  return (
    <Tree
      aria-label="Findings and questions"
      className={styles.list ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={isBeside ? [keyOf(selected)] : []}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) press(String(key));
      }}
      expandedKeys={[questionsKey, ...groups.map(groupKey)].filter((key) => !folding.folded.has(key))}
      onExpandedChange={(keys) => folding.show(new Set([...keys].map(String)))}
    >
      <TreeItem id={aboutKey} textValue="About this step" className={styles.item ?? ''}>
        <TreeItemContent>
          <span className={styles.row}>
            <span className={styles.main}>About this step</span>
          </span>
        </TreeItemContent>
      </TreeItem>
      {questions.length > 0 && <QuestionGroup questions={questions} />}
      {groups.map((group) => (
        <FindingGroup key={group.key} group={group} by={view.by} />
      ))}
    </Tree>
  );
}

const aboutKey = 'about yes';
const questionsKey = 'group questions';
const groupKey = ({ key }: Group) => `group ${key}`;

function keyOf(selected: Selected): string {
  if (selected.kind === 'about') return aboutKey;
  return selected.kind === 'finding' ? `finding ${selected.finding.id}` : `question ${questionKey(selected.question)}`;
}

const many = 60;

/** Which groups are folded away. A long list begins folded; the group of what is looked at is always unfolded first. */
function useFolding(groups: readonly Group[], questions: readonly AskedQuestion[], selected: Selected) {
  const all = [questionsKey, ...groups.map(groupKey)];
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => {
    const rows = groups.reduce((sum, { findings }) => sum + findings.length, questions.length);
    return new Set(rows > many ? all : []);
  });
  const looked = selected.kind === 'finding' ? selected.finding : null;
  const around = groups.find(({ findings }) => looked !== null && findings.includes(looked));
  const key = selected.kind === 'question' ? questionsKey : around && groupKey(around);
  const id = selected.kind === 'about' ? null : keyOf(selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another finding is looked at, so its group unfolds
  useEffect(() => {
    if (key !== undefined) setFolded((now) => new Set([...now].filter((each) => each !== key)));
  }, [key, id]);
  const toggle = (group: string) =>
    setFolded((now) =>
      now.has(group) ? new Set([...now].filter((each) => each !== group)) : new Set([...now, group]),
    );
  const show = (unfolded: ReadonlySet<string>) => setFolded(new Set(all.filter((each) => !unfolded.has(each))));
  return { folded, toggle, show };
}

function QuestionGroup({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  const answered = questions.filter(({ isAssumed }) => !isAssumed).length;
  return (
    <Fold
      id={questionsKey}
      said={`What only you can know, ${answered} of ${questions.length} answered`}
      title="What only you can know"
      share={`${answered} / ${questions.length}`}
    >
      {questions.map((question) => (
        <TreeItem
          key={questionKey(question)}
          id={`question ${questionKey(question)}`}
          textValue={plain(question.title)}
          className={styles.item ?? ''}
        >
          <TreeItemContent>
            <span className={styles.row}>
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
            </span>
          </TreeItemContent>
        </TreeItem>
      ))}
    </Fold>
  );
}

function FindingGroup({ group, by }: { readonly group: Group; readonly by: View['by'] }) {
  const { guide, decisions } = useDesk();
  const decided = group.findings.filter(({ id }) => decisions.has(id)).length;
  const title = by === 'rule' ? (guide.ruleTitles.get(group.key) ?? group.key) : group.key;
  return (
    <Fold
      id={groupKey(group)}
      said={`${plain(title)}, ${decided} of ${group.findings.length} decided`}
      title={by === 'rule' ? <Inline text={title} /> : <Breakable text={title} />}
      share={`${decided} / ${group.findings.length}`}
    >
      {group.findings.map((finding) => (
        <Item key={finding.id} finding={finding} by={by} />
      ))}
    </Fold>
  );
}

interface FoldProps {
  readonly id: string;
  readonly said: string;
  readonly title: ReactNode;
  readonly share: string;
  readonly children: ReactNode;
}

function Fold({ id, said, title, share, children }: FoldProps) {
  return (
    <TreeItem id={id} textValue={said} aria-label={said} className={styles.group ?? ''}>
      <TreeItemContent>
        <span className={styles.row}>
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <Icon name="chevron-right" />
          </Button>
          <span className={styles.main}>{title}</span>
          <span className={styles.share}>{share}</span>
        </span>
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

function Item({ finding, by }: { readonly finding: Finding; readonly by: View['by'] }) {
  const { guide, decisions } = useDesk();
  const { sign, word } = findingStates[stateOfFinding(finding, decisions)];
  const place = fileName(placeOf(finding));
  const isSaidAbove = by === 'rule' && guide.ruleTitles.get(finding.rule) === finding.title;
  const said = `${place}, ${plain(finding.title)}, ${severities[finding.severity].word}, ${word}`;
  return (
    <TreeItem id={`finding ${finding.id}`} textValue={said} aria-label={said} className={styles.item ?? ''}>
      <TreeItemContent>
        <span className={styles.row}>
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
        </span>
      </TreeItemContent>
    </TreeItem>
  );
}
