import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Parts = Readonly<Record<string, string | null>>; // null: taken out

/**
 * Changes parts of the address and leaves the rest. Only the first look at something is a step of the browser's history:
 * “back” leads from it to the list, not through everything that was looked at.
 */
export function useAddress(): (parts: Parts) => void {
  const [, setParameters] = useSearchParams();
  return useCallback(
    (parts) => {
      const isLooking = /[?&](?:finding|question|about)=/.test(window.location.hash);
      setParameters((now) => withParts(now, parts), { replace: isLooking });
    },
    [setParameters],
  );
}

function withParts(now: URLSearchParams, parts: Parts): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const [name, value] of Object.entries(parts)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}
