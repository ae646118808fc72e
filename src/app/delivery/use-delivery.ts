import { useEffect, useState } from 'react';
import type { Decisions } from '../../engine/decisions/decision.ts';
import type { Delivery } from '../../engine/upgrade.ts';
import { deliver } from '../../store/session.ts';
import { useDesk } from '../desk/use-desk.ts';

export type Prepared =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready'; readonly delivery: Delivery }
  | { readonly kind: 'failed'; readonly why: string };

/** What to take home, made again whenever a decision changes. */
export function useDelivery(): Prepared {
  const { decisions } = useDesk();
  const [made, setMade] = useState<{ readonly of: Decisions; readonly prepared: Prepared } | null>(null);
  useEffect(() => {
    let isStale = false;
    const set = (prepared: Prepared) => isStale || setMade({ of: decisions, prepared });
    deliver(decisions).then(
      (delivery) => set({ kind: 'ready', delivery }),
      (error: unknown) => set({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isStale = true;
    };
  }, [decisions]);
  return made?.of === decisions ? made.prepared : { kind: 'preparing' };
}
