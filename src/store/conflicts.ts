import type { Analysis } from '../engine/analysis.ts';
import type { ConflictCheck } from '../engine/decisions/default-decisions.ts';
import type { Requirement } from '../engine/rules/finding.ts';

export const conflictCheckOf =
  ({ conflicts }: Pick<Analysis, 'conflicts'>): ConflictCheck =>
  (fixes) => {
    const isAmong = (wanted: Requirement) =>
      fixes.some(({ finding, fix }) => finding === wanted.finding && fix === wanted.fix);
    return conflicts.filter(([one, other]) => isAmong(one) && isAmong(other));
  };
