import type { Finding, PackageMove } from '../../../engine/rules/finding.ts';
import { Breakable } from '../../../ui/breakable.tsx';
import { Scroller } from '../../../ui/scroller.tsx';
import { Sign } from '../../../ui/sign.tsx';
import { FindingLink } from '../../desk/finding-link.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { fileName, findingStates, placeOf, stateOfFinding } from '../../desk/words.ts';
import styles from './pictures.module.css';

interface Move {
  readonly finding: Finding;
  readonly move: PackageMove;
}

/** Every text that gives packages their version: what stands there, what it becomes, and for whom. */
export function PackageTable({ moves }: { readonly moves: readonly Move[] }) {
  return (
    <section aria-labelledby="packages-now-and-then" className={styles.picture}>
      <h3 id="packages-now-and-then">Packages, now and then</h3>
      <Scroller label="Packages, now and then">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Package</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
              <th scope="col">Declared in</th>
              <th scope="col">For</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <MoveRow key={move.finding.id} {...move} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

function MoveRow({ finding, move: { ids, before, after, reason } }: Move) {
  const { decisions } = useDesk();
  const { sign, word } = findingStates[stateOfFinding(finding, decisions)];
  return (
    <tr>
      <th scope="row">
        {ids.map((id) => (
          <div key={id}>
            <code>
              <Breakable text={id} />
            </code>
          </div>
        ))}
      </th>
      <td className={styles.version}>{before}</td>
      <td className={styles.version}>
        {after && finding.fixes.length > 0 ? <strong>{after}</strong> : 'by hand'}
        {reason && <div className={styles.muted}>{reason}</div>}
      </td>
      <td>
        <FindingLink finding={finding}>
          <Breakable text={placeOf(finding)} />
        </FindingLink>
      </td>
      <td>
        {finding.projects.map((path) => (
          <div key={path}>
            <Breakable text={fileName(path)} />
          </div>
        ))}
      </td>
      <td>
        <Sign kind={sign} word={word} />
      </td>
    </tr>
  );
}
