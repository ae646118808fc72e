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

/** An item of the reference, or of the guide's page (`step-N/<slug>`). `unruled` says why no rule looks for it, and counts only while none does. */
export interface CoverageItem {
  readonly item: string;
  readonly title: string;
  readonly unruled?: { readonly state: 'by-hand' | 'not-looked-for'; readonly why: string };
}

/** A guide as its folder states it: prose, rules and READMEs still keyed by path. */
export interface GuideSource extends Omit<Guide, 'steps' | 'rules' | 'docs'> {
  readonly steps: readonly { readonly id: StepId; readonly title: string }[];
  readonly prose: Readonly<Record<string, string>>; // './steps/packages.md'
  readonly rules: Readonly<Record<string, Rule>>; // './rules/<id>/rule.ts'
  readonly docs: Readonly<Record<string, string>>; // './rules/<id>/README.md'
}

/** Rules in the order of their folders' names; READMEs by folder name, which is the rule's id (a test holds them to it). */
export function defineGuide({ steps, prose, rules, docs, ...rest }: GuideSource): Guide {
  return {
    ...rest,
    steps: steps.map((step) => ({ ...step, text: prose[`./steps/${step.id}.md`] ?? '' })),
    rules: byFolder(rules).map(([, rule]) => rule),
    docs: new Map(byFolder(docs)),
  };
}

const byFolder = <T>(modules: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(modules)
    .map(([path, module]): [string, T] => [path.split('/').at(-2) ?? path, module])
    .sort(([a], [b]) => (a < b ? -1 : 1));
