import type { Analysis } from '../analysis.ts';
import type { Requirement } from '../rules/finding.ts';
import type { ConflictCheck } from './default-decisions.ts';

/** The analysis holds all pairs that collide, so no bytes are needed to ask. */
export function conflictCheckFor({ conflicts }: Pick<Analysis, 'conflicts'>): ConflictCheck {
  return (fixes) => {
    const asked = new Set(fixes.map(keyOf));
    return conflicts.filter((pair) => pair.every((fix) => asked.has(keyOf(fix))));
  };
}

const keyOf = ({ finding, fix }: Requirement) => `${finding} ${fix}`;
