import type { ReactNode } from 'react';
import type { Finding } from '../../../engine/rules/finding.ts';
import { Breakable } from '../../../ui/breakable.tsx';
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
      {findings.map((finding) => {
        const { id, table, keyNames, tableChange } = finding;
        if (tableChange) return <TableBeforeAfter key={id} finding={finding} />;
        if (!table && !keyNames) return null;
        return (
          <Picture key={id} finding={finding}>
            {table ? <TextTable head={table.columns} rows={table.rows} /> : keyNames && <KeyRing names={keyNames} />}
          </Picture>
        );
      })}
    </>
  );
}

/** Under its finding's title, and for which projects. */
function Picture({ finding, children }: { readonly finding: Finding; readonly children: ReactNode }) {
  return (
    <section aria-label={finding.title} className={styles.picture}>
      <h3>
        <FindingLink finding={finding}>
          <Inline text={finding.title} />
        </FindingLink>
      </h3>
      {finding.projects.map((path) => (
        <div key={path} className={styles.muted}>
          <Breakable text={path} />
        </div>
      ))}
      {children}
    </section>
  );
}
