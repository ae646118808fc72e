import type { ReactNode } from 'react';
import styles from './badge.module.css';

/** A word with a small dot before it: filled or hollow, in a quiet colour. */
export function Badge({
  tone,
  isHollow = false,
  children,
}: {
  readonly tone: 'danger' | 'warn' | 'good' | 'muted';
  readonly isHollow?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <span aria-hidden="true" className={isHollow ? styles.hollow : styles.filled} />
      {children}
    </span>
  );
}
