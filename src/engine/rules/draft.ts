import type { Explanation, Finding, FixDraft } from './finding.ts';
import type { Rule } from './rule.ts';

/** A finding before its id is known, with fixes whose requirements still name places. */
export interface Draft {
  readonly rule: Rule;
  readonly explanation: Explanation;
  readonly fixes: readonly FixDraft[];
  readonly settledBy: Finding['settledBy'];
}
