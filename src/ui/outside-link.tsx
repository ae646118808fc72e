import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Leaves the page only when clicked, in a tab of its own, telling the other side nothing about where from. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children} <Icon name="external" />
    </a>
  );
}
