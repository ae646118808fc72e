import type { FilePreview } from '../../engine/upgrade.ts';
import { FoldedDiff } from '../../ui/diff/diff-view.tsx';
import { count } from '../desk/words.ts';
import { storedLayout } from '../review/stored-layout.ts';
import { useIsWide } from '../review/use-is-wide.ts';
import styles from './done.module.css';
import type { Prepared } from './use-delivery.ts';

/** What a reviewer of the pull request sees: all accepted edits together, file by file. */
export function WholeChange({ prepared }: { readonly prepared: Prepared }) {
  if (prepared.kind !== 'ready') return null;
  return (
    <section aria-labelledby="whole" className={styles.column}>
      <h2 id="whole">The whole change</h2>
      <Files files={prepared.delivery.files} />
    </section>
  );
}

function Files({ files }: { readonly files: readonly FilePreview[] }) {
  const layout = useIsWide() ? storedLayout() : 'unified';
  const added = files.filter(({ before }) => before === null).length;
  if (files.length === 0) return <p>No file changes: nothing with an edit is accepted.</p>;
  return (
    <>
      <p>
        {count(files.length, 'file')}
        {added > 0 && `, ${added} of them new`}. Open one to see its lines.
      </p>
      {files.map((file) => (
        <FoldedDiff key={file.path} {...file} layout={layout} />
      ))}
    </>
  );
}
