import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { Intake } from '../../store/intake.ts';
import { read, session } from '../../store/session.ts';

/** Reads what was given and shows what was found in it. */
export function useOpen(): (intake: Intake | null) => Promise<void> {
  const navigate = useNavigate();
  return useCallback(
    async (intake) => {
      if (!intake) return;
      await read(intake);
      const now = session.getState();
      if (now.phase === 'ready' && now.intake === intake) await navigate(`/${now.guide.id}`);
    },
    [navigate],
  );
}
