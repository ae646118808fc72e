import type { Finding } from '../../../engine/rules/finding.ts';
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
