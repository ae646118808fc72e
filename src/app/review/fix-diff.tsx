import { useEffect, useState } from 'react';
import type { Fix } from '../../engine/rules/finding.ts';
import type { FilePreview } from '../../engine/upgrade.ts';
import { preview } from '../../store/session.ts';
import { type DiffLayout, DiffView } from '../../ui/diff/diff-view.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { useDesk } from '../desk/use-desk.ts';
import styles from './fix-diff.module.css';
import { storedLayout, storeLayout } from './stored-layout.ts';
import { useIsWide } from './use-is-wide.ts';

/** What the fix does to the files, before anything is decided. */
export function FixDiff({ finding, fix }: { readonly finding: string; readonly fix: Fix }) {
  const files = usePreview(finding, fix);
  const isWide = useIsWide();
  const [layout, setLayout] = useState(storedLayout);
  if (fix.changes.length === 0)
    return <p className={styles.nothing}>Nothing in your files changes with this choice.</p>;
  if (typeof files === 'string') return <p role="alert">The change could not be shown: {files}</p>;
  const choose = (next: DiffLayout) => {
    setLayout(next);
    storeLayout(next);
  };
  return (
    <div className={styles.diffs}>
      {isWide && (
        <div className={styles.layout}>
          <ToggleGroup
            label="Diff layout"
            value={layout}
            onChange={choose}
            options={[
              { value: 'unified', label: 'Unified' },
              { value: 'split', label: 'Side by side' },
            ]}
          />
        </div>
      )}
      {files?.toSorted(bySize).map((file) => (
        <DiffView key={file.path} {...file} layout={isWide ? layout : 'unified'} />
      ))}
    </div>
  );
}

/** What is short is what a person reads; of a migration the model it leaves behind comes last. */
const bySize = (a: FilePreview, b: FilePreview) => grown(a) - grown(b);
const grown = ({ before, after }: FilePreview) => after.length - (before?.length ?? 0);

/** null while the worker answers; a sentence when it can't. */
function usePreview(finding: string, fix: Fix): readonly FilePreview[] | string | null {
  const { analysis } = useDesk();
  const [shown, setShown] = useState<{ readonly of: Fix; readonly files: readonly FilePreview[] | string } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same fix of another analysis may do something else
  useEffect(() => {
    if (fix.changes.length === 0) return;
    let isStale = false;
    const show = (files: readonly FilePreview[] | string) => isStale || setShown({ of: fix, files });
    preview(finding, fix.id).then(show, (error: unknown) => show(String(error)));
    return () => {
      isStale = true;
    };
  }, [analysis, finding, fix]);
  return shown?.of === fix ? shown.files : null;
}
