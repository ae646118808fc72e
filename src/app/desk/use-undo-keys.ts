import { useEffect } from 'react';
import { redoNext, undoLast } from '../../store/session.ts';

/** Ctrl+Z and its kin, where no text is being typed. */
export function useUndoKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      if (key === 'z' && !event.shiftKey) void undoLast();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) void redoNext();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ? target.type !== 'radio' : target instanceof HTMLTextAreaElement;
