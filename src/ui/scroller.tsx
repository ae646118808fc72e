import type { ReactNode } from 'react';
import styles from './scroller.module.css';

/** A table that scrolls where there is no room for it, by keyboard too. */
export function Scroller({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls, not a form group
    <div className={styles.scroller} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
