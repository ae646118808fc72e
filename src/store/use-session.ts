import { useStore } from 'zustand';
import { type Ready, type Session, session } from './session.ts';

export const useSession = <T>(select: (session: Session) => T): T => useStore(session, select);

/** For screens that stand behind a solution: their routes send home without one. */
export function useReady(): Ready {
  const state = useStore(session);
  const [held] = [state.phase === 'ready' ? state : null];
  if (!held) throw new Error('This screen needs a solution.');
  return held;
}
