import { useSyncExternalStore } from 'react';

const query = matchMedia('(min-width: 800px)');

function subscribe(changed: () => void) {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Two columns of code need the room. */
export const useIsWide = () => useSyncExternalStore(subscribe, () => query.matches);
