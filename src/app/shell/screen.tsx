import { type ReactNode, useEffect, useRef } from 'react';
import styles from './screen.module.css';

interface Props {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A screen with its one heading. Arriving from another screen moves the focus there, so that it is read out. */
export function Screen({ title, isWide = false, children }: Props) {
  return (
    <div className={isWide ? `${styles.screen} ${styles.wide}` : styles.screen}>
      <ScreenTitle title={title} />
      {children}
    </div>
  );
}

let hasArrivedBefore = false;

export function ScreenTitle({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · IdentityServer upgrade wizard`;
    if (hasArrivedBefore) heading.current?.focus();
    hasArrivedBefore = true;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {title}
    </h1>
  );
}
