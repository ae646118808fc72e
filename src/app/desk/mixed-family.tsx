import { Sign } from '../../ui/sign.tsx';
import { FindingLink } from './finding-link.tsx';
import { leftBehind } from './left-behind.ts';
import styles from './mixed-family.module.css';
import { useDesk } from './use-desk.ts';

/** Said as long as a part of the family is raised and another stays. */
export function MixedFamily() {
  const { analysis, decisions } = useDesk();
  const left = leftBehind(analysis.findings, decisions);
  if (left.length === 0) return null;
  const consequences = [...new Set(left.flatMap(({ packageMove }) => packageMove?.ifLeft ?? []))];
  return (
    <section aria-label="A mixed family" className={styles.mixed}>
      <Sign kind="attention" />
      <div>
        <p>
          Only a part of the IdentityServer packages is raised. They belong at one version: restore either refuses the
          mix (NU1605) or passes it without a word{consequences.map((consequence) => `, and then ${consequence}`)}.
          Still to raise:
        </p>
        <ul>
          {left.map((finding) => (
            <li key={finding.id}>
              <FindingLink finding={finding} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
