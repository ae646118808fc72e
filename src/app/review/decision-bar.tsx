import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Finding } from '../../engine/rules/finding.ts';
import { accept, acceptInstead, decisionsOf, decline, leaveByHand, type Rivalry, reopen } from '../../store/desk.ts';
import { ready } from '../../store/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { nextOpen } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Conflict } from './conflict.tsx';
import styles from './decision-bar.module.css';

interface Props {
  readonly finding: Finding;
  readonly fix: string | null;
  readonly ordered: readonly Finding[];
}

/** Decides, then moves on to the next open finding. A fix that collides with an accepted one is not taken: both are shown. */
export function DecisionBar({ finding, fix, ordered }: Props) {
  const [rivalry, setRivalry] = useState<Rivalry | null>(null);
  const go = useAddress();
  const moveOn = () => {
    const next = nextOpen(ordered, decisionsOf(ready()), finding.id) ?? finding;
    go({ finding: next.id });
  };
  const take = async (chosen: string) => {
    const inTheWay = await accept(finding, chosen);
    setRivalry(inTheWay);
    if (!inTheWay) moveOn();
  };
  const takeInstead = async (chosen: string, over: Rivalry) => {
    await acceptInstead(finding, chosen, over);
    setRivalry(null);
    moveOn();
  };
  return (
    <>
      {rivalry && fix && (
        <Conflict rivalry={rivalry} onTake={() => takeInstead(fix, rivalry)} onKeep={() => setRivalry(null)} />
      )}
      <section aria-label="Decision" className={styles.bar}>
        <Choices
          finding={finding}
          fix={fix}
          onAccept={take}
          onDecline={() => decline(finding).then(moveOn)}
          onByHand={() => leaveByHand(finding).then(moveOn)}
        />
        <Onward ordered={ordered} finding={finding} />
      </section>
    </>
  );
}

interface ChoicesProps {
  readonly finding: Finding;
  readonly fix: string | null;
  readonly onAccept: (fix: string) => void;
  readonly onDecline: () => void;
  readonly onByHand: () => void;
}

function Choices({ finding, fix, onAccept, onDecline, onByHand }: ChoicesProps) {
  const { decisions } = useDesk();
  const decision = decisions.get(finding.id);
  const isTaken = decision?.kind === 'accept' && decision.fix === fix;
  const title = finding.fixes.find(({ id }) => id === fix)?.title;
  return (
    <>
      {isTaken && title && (
        <span className={styles.said}>
          <Icon name="check" /> <Inline text={title} />
        </span>
      )}
      {fix && !isTaken && (
        <Button tone="primary" shortcut="a" onPress={() => onAccept(fix)}>
          Accept
        </Button>
      )}
      {decision?.kind !== 'decline' && (
        <Button shortcut="d" onPress={onDecline}>
          Decline
        </Button>
      )}
      {decision?.kind !== 'by-hand' && (
        <Button shortcut="h" onPress={onByHand}>
          By hand
        </Button>
      )}
      {decision?.by === 'user' && (
        <Button icon="restart" shortcut="o" onPress={() => reopen(finding)}>
          Reopen
        </Button>
      )}
    </>
  );
}

/** When nothing is open in this step, the way to the next one. */
function Onward({ ordered, finding }: { readonly ordered: readonly Finding[]; readonly finding: Finding }) {
  const { guide, decisions } = useDesk();
  const step = useParams()['step'];
  const isLeft = nextOpen(ordered, decisions, finding.id) !== null || !decisions.has(finding.id);
  const next = guide.steps[guide.steps.findIndex(({ id }) => id === step) + 1];
  if (isLeft || !next) return null;
  return (
    <Link to={`/${guide.id}/${next.id}`} className={styles.onward}>
      Nothing is open here. Next: {next.title} <Icon name="arrow-right" />
    </Link>
  );
}
