import { closureOf } from '../../engine/decisions/closure.ts';
import type { Finding, Fix } from '../../engine/rules/finding.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Inline } from '../../ui/prose/prose.tsx';
import { FindingLink } from '../desk/finding-link.tsx';
import { useDesk } from '../desk/use-desk.ts';
import detail from './detail.module.css';
import styles from './fix-choice.module.css';
import { FixEffect } from './fix-effect.tsx';

interface Props {
  readonly finding: Finding;
  readonly fix: string | null; // the one looked at
  readonly onLook: (fix: string) => void;
}

export function FixChoice({ finding, fix, onLook }: Props) {
  const looked = finding.fixes.find(({ id }) => id === fix);
  if (!looked) {
    return (
      <section aria-labelledby="fixes" className={detail.part}>
        <h3 id="fixes">What can be done</h3>
        <p>
          There is no edit we could offer with a good conscience: this one is for a person. It stays on the list of what
          is left.
        </p>
        <FixEffect finding={finding} fix={null} />
      </section>
    );
  }
  return (
    <section aria-label="What can be done" className={detail.part}>
      <ChoiceGroup
        label="What can be done"
        value={looked.id}
        onChange={onLook}
        choices={finding.fixes.map((each) => ({
          value: each.id,
          label: <FixTitle fix={each} />,
          note: each.safety === 'review' && <Inline text={each.caution} />,
        }))}
      />
      <Companions finding={finding} fix={looked} />
      <FixEffect finding={finding} fix={looked} />
    </section>
  );
}

function FixTitle({ fix }: { readonly fix: Fix }) {
  return (
    <span className={styles.title}>
      <span>
        <Inline text={fix.title} />
      </span>
      <span className={styles.safety}>{fix.safety === 'safe' ? 'safe' : 'for review'}</span>
    </span>
  );
}

/** What is accepted together with this fix, and why that is so. */
function Companions({ finding, fix }: { readonly finding: Finding; readonly fix: Fix }) {
  const { analysis } = useDesk();
  const others = (closureOf(analysis.findings, { finding: finding.id, fix: fix.id }) ?? []).filter(
    (member) => member.finding !== finding.id,
  );
  if (others.length === 0) return null;
  return (
    <div className={styles.companions}>
      <p>It only works together with what is listed here; accepting it accepts these too:</p>
      <ul>
        {others.map((other) => {
          const found = analysis.findings.find(({ id }) => id === other.finding);
          return (
            found && (
              <li key={found.id}>
                <FindingLink finding={found} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
