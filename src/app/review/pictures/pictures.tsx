import type { Finding } from '../../../engine/rules/finding.ts';
import { Inline, TextTable } from '../../../ui/prose/prose.tsx';
import { FindingLink } from '../../desk/finding-link.tsx';
import { KeyRing } from './key-ring.tsx';
import { PackageTable } from './package-table.tsx';
import styles from './pictures.module.css';
import { TableBeforeAfter } from './table-before-after.tsx';

/** What a look tells faster than a list: each finding says itself whether it has part in one. */
export function Pictures({ findings }: { readonly findings: readonly Finding[] }) {
  const moves = findings.flatMap((finding) => (finding.packageMove ? [{ finding, move: finding.packageMove }] : []));
  return (
    <>
      {moves.length > 0 && <PackageTable moves={moves} />}
      {findings.map((finding) => finding.tableChange && <TableBeforeAfter key={finding.id} finding={finding} />)}
      {findings.map(
        (finding) =>
          finding.table && (
            <section key={finding.id} aria-label={finding.title} className={styles.picture}>
              <h3>
                <FindingLink finding={finding}>
                  <Inline text={finding.title} />
                </FindingLink>
              </h3>
              <TextTable head={finding.table.columns} rows={finding.table.rows} />
            </section>
          ),
      )}
      {findings.map(
        ({ id, title, keyNames }) =>
          keyNames && (
            <section key={id} aria-label={title} className={styles.picture}>
              <KeyRing names={keyNames} />
            </section>
          ),
      )}
    </>
  );
}
