import type { KeyboardEvent } from 'react';
import type { Finding } from '../../engine/rules/finding.ts';
import type { Selected } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { isTyping } from '../desk/use-undo-keys.ts';

/**
 * Single keys, only while the focus is on the desk: a, d and h press the button that shows them, j and k walk the list.
 * They are taken before the list's own search by first letters sees them.
 */
export function useReviewKeys(ordered: readonly Finding[], selected: Selected) {
  const change = useAddress();
  const walk = (by: 1 | -1) => {
    const at = selected.kind === 'finding' ? ordered.indexOf(selected.finding) : -1;
    const next = ordered[at + by];
    if (!next) return;
    change({ question: null, about: null, finding: next.id });
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'j') walk(1);
    else if (event.key === 'k') walk(-1);
    else if (!press(event.currentTarget, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function press(desk: HTMLElement, key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const button = desk.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${key}"]:not(:disabled)`);
  button?.click();
  return button !== null;
}
