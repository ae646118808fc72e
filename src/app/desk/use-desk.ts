import type { Decisions } from '../../engine/decisions/decision.ts';
import { decisionsOf } from '../../store/desk.ts';
import type { Ready } from '../../store/session.ts';
import { useReady } from '../../store/use-session.ts';

/** The open solution with what holds about each finding now. */
export function useDesk(): Ready & { readonly decisions: Decisions } {
  const ready = useReady();
  return { ...ready, decisions: decisionsOf(ready) };
}
