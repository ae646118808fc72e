import type { StepId } from './finding.ts';
import type { Rule } from './rule.ts';

/** A vendor's upgrade page as data: what there is to know, and which rule knows it. */
export interface Guide {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly source: string; // the page
  readonly targets: readonly { readonly version: string; readonly note: string }[]; // oldest first
  readonly defaultTarget: string;
  readonly steps: readonly { readonly id: StepId; readonly title: string; readonly text: string }[]; // text: Markdown
  readonly rules: readonly Rule[];
  readonly docs: ReadonlyMap<string, string>; // rule id → README
  readonly coverage: readonly CoverageItem[];
}

/** An item of the reference, or of the guide's page (`step-N/<slug>`). Without a rule it says why. */
export interface CoverageItem {
  readonly item: string;
  readonly title: string;
  readonly unruled?: { readonly state: 'by-hand' | 'not-looked-for'; readonly why: string };
}
