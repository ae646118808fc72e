import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../engine/rules/finding.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { Inline, Prose, TextTable } from '../../ui/prose/prose.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { confidences, findingStates, placeOf, severities, stateOfFinding } from '../desk/words.ts';
import { DecisionBar } from './decision-bar.tsx';
import styles from './detail.module.css';
import { EvidenceList } from './evidence-list.tsx';
import { FixChoice } from './fix-choice.tsx';
import { KeyRing } from './pictures/key-ring.tsx';
import { LinkedQuestion } from './question-card.tsx';

interface Props {
  readonly finding: Finding;
  readonly ordered: readonly Finding[];
}

/** One finding: what was seen, why it matters, what can be done, and the decision. */
export function Detail({ finding, ordered }: Props) {
  const { decisions } = useDesk();
  const decision = decisions.get(finding.id);
  const accepted = decision?.kind === 'accept' ? decision.fix : null;
  const [looked, setLooked] = useState<string | null>(null);
  const fix = looked ?? accepted ?? finding.fixes[0]?.id ?? null;
  return (
    <article aria-labelledby="finding-title" className={styles.detail}>
      <Position finding={finding} ordered={ordered} />
      <Title finding={finding} />
      <section aria-labelledby="seen" className={styles.part}>
        <h3 id="seen">What we saw</h3>
        <EvidenceList evidence={finding.evidence} />
      </section>
      <section aria-labelledby="why" className={styles.part}>
        <h3 id="why">Why it matters</h3>
        {finding.keyNames && <KeyRing names={finding.keyNames} />}
        <Prose text={finding.message} level={4} />
        {finding.table && <TextTable head={finding.table.columns} rows={finding.table.rows} />}
        <Projects finding={finding} />
        <p>
          <OutsideLink href={finding.source}>Source in the vendor’s documentation</OutsideLink>
        </p>
      </section>
      <LinkedQuestion finding={finding} />
      <FixChoice finding={finding} fix={fix} onLook={setLooked} />
      <DecisionBar finding={finding} fix={fix} ordered={ordered} />
    </article>
  );
}

function Position({ finding, ordered }: Props) {
  const change = useAddress();
  const at = ordered.indexOf(finding);
  const [{ path }] = finding.evidence;
  const isOnly = ordered.every((other) => other.evidence.some((place) => place.path === path));
  const go = (to: Finding | undefined) => to && change({ finding: to.id });
  const back = () => change({ finding: null });
  return (
    <div className={styles.position}>
      <span className={styles.back}>
        <Button tone="quiet" icon="arrow-left" onPress={back}>
          All findings
        </Button>
      </span>
      <code className={styles.place}>
        <Breakable text={placeOf(finding)} />
      </code>
      {!isOnly && (
        <Button tone="quiet" onPress={() => change({ file: path })}>
          Only this file
        </Button>
      )}
      <span className={styles.walk}>
        <Button
          tone="quiet"
          icon="chevron-left"
          aria-label="Previous finding"
          isDisabled={at <= 0}
          onPress={() => go(ordered[at - 1])}
        />
        <span>
          {at + 1} of {ordered.length}
        </span>
        <Button
          tone="quiet"
          icon="chevron-right"
          aria-label="Next finding"
          isDisabled={at + 1 >= ordered.length}
          onPress={() => go(ordered[at + 1])}
        />
      </span>
    </div>
  );
}

function Title({ finding }: { readonly finding: Finding }) {
  const { decisions } = useDesk();
  const { sign, word: state } = findingStates[stateOfFinding(finding, decisions)];
  const { word, ...look } = severities[finding.severity];
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone with the finding before: without this the focus would be nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <header className={styles.header}>
      <h2 id="finding-title" ref={heading} tabIndex={-1}>
        <Inline text={finding.title} />
      </h2>
      <div className={styles.facts}>
        <Sign kind={sign} word={state} />
        <Badge {...look}>{word}</Badge>
        <span>
          {finding.confidence}
          <span className={styles.muted}> · {confidences[finding.confidence]}</span>
        </span>
      </div>
    </header>
  );
}

function Projects({ finding }: { readonly finding: Finding }) {
  if (finding.projects.length === 0) return null;
  return (
    <p className={styles.muted}>
      In{' '}
      {finding.projects.map((path, at) => (
        <span key={path}>
          {at > 0 && ', '}
          <code>{path}</code>
        </span>
      ))}
    </p>
  );
}
