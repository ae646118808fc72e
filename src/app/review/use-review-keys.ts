import { type KeyboardEvent, useRef } from 'react';
import type { Finding } from '../../engine/rules/finding.ts';
import type { Selected } from '../desk/selection.ts';
import { useAddress } from '../desk/use-address.ts';
import { isTyping } from '../desk/use-undo-keys.ts';

const patience = 1000; // milliseconds; by then it is there, or the walk came to nothing

/**
 * Single keys, only while the focus is on the desk: a, d and h press the button that shows them, j and k walk the list.
 * They are taken before the list's own search by first letters sees them. `shown` is what stands there to be decided on: while
 * the finding that was walked to is still on its way, a key decides nothing, or it would hit the one before.
 */
export function useReviewKeys(ordered: readonly Finding[], shown: Selected | null) {
  const change = useAddress();
  const walked = useRef({ to: '', at: -patience });
  const shownId = shown?.kind === 'finding' ? shown.finding.id : null;
  const pending = () => {
    const { to, at } = walked.current;
    return to !== shownId && performance.now() - at < patience ? to : null;
  };
  const walk = (by: 1 | -1) => {
    const from = pending() ?? shownId;
    const next = ordered[ordered.findIndex(({ id }) => id === from) + by];
    if (!next) return;
    walked.current = { to: next.id, at: performance.now() };
    change({ question: null, about: null, finding: next.id });
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !/^[a-z/]$/.test(key)) return;
    if (key === '/') event.currentTarget.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
    else if (key === 'j') walk(1);
    else if (key === 'k') walk(-1);
    else if (pending() === null && !press(event.currentTarget, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function press(desk: HTMLElement, key: string): boolean {
  const button = desk.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${key}"]:not(:disabled)`);
  button?.click();
  return button !== null;
}
