import type { Span } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Change } from './change.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** `breaks-run`: compiles, then throws, is silently ignored, or loses data. */
export type Severity = 'breaks-build' | 'breaks-run' | 'changes-behaviour' | 'advice';
/** certain: every link resolved · likely: one link follows from an import · possible: the name only. */
export type Confidence = 'certain' | 'likely' | 'possible';
export type StepId = 'packages' | 'schema' | 'data-protection' | 'breaking-changes' | 'done';

export interface Evidence {
  readonly path: FilePath;
  readonly span: Span;
  /** 1-based, as a compiler counts. Columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly excerpt: string; // the line(s) as written, trimmed at the end
  readonly because: string; // "calls the old name"
}

export interface Explanation {
  readonly title: string;
  readonly message: string; // Markdown: what was seen, why it matters
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly projects: readonly FilePath[];
  readonly evidence: NonEmpty<Evidence>;
}

/**
 * Several fixes are several honest choices: "take the new default" (no changes), "keep the old one".
 * `safety` assumes the finding is right; whether it is right, `confidence` says. On a `possible` finding every fix is for review.
 */
export type Fix = {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly requires?: readonly Requirement[]; // moves with it
} & ({ readonly safety: 'safe' } | { readonly safety: 'review'; readonly caution: string });

export interface Requirement {
  readonly finding: string;
  readonly fix: string;
}

/** Plain data: it survives `postMessage`, storage and a report unchanged. */
export interface Finding extends Explanation {
  readonly id: string; // rule / 12 hex digits of SHA-256 over path, evidence text and ordinal: the same in every run over the same code
  readonly rule: string;
  readonly step: StepId;
  readonly source: string; // absolute URL
  readonly fixes: readonly Fix[];
  /** A question whose given answer settles this finding; the answer puts the fitting fix first. */
  readonly settledBy?: { readonly question: string; readonly project: FilePath | null };
}
