import type { Analysis } from '../engine/analysis.ts';
import type { Decisions } from '../engine/decisions/decision.ts';
import type { ErrorDetail, UpgradeErrorCode } from '../engine/errors.ts';
import type { Guide } from '../engine/rules/guide.ts';
import type { Answers } from '../engine/rules/question.ts';
import type { Delivery, FilePreview, Progress } from '../engine/upgrade.ts';

/** What the user gave, still unread: the worker reads the bytes, so that the page's thread never does. */
export type Intake =
  | { readonly kind: 'archive'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly IntakeFile[] }
  | { readonly kind: 'files'; readonly name: string; readonly files: readonly IntakeFile[] };

export interface IntakeFile {
  readonly path: string;
  readonly file: File;
}

/** What screens need of a guide: plain data, so no rule but its title. */
export interface GuideSummary
  extends Pick<Guide, 'id' | 'from' | 'to' | 'source' | 'targets' | 'defaultTarget' | 'steps'> {
  readonly ruleTitles: ReadonlyMap<string, string>;
}

export interface Reading {
  readonly guide: GuideSummary;
  readonly analysis: Analysis;
}

/** `target` null: the guide's default. */
export interface ReadOptions {
  readonly target: string | null;
  readonly answers: Answers;
}

/** Errors cross threads as data: an `Error` would lose its code. */
export type Failure =
  | { readonly kind: 'input'; readonly code: UpgradeErrorCode; readonly detail: ErrorDetail }
  | { readonly kind: 'bug'; readonly message: string; readonly trace: string };

export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the worker answers. `read` comes first; the others are about what it read. */
export interface AnalysisHost {
  read(intake: Intake, options: ReadOptions, onProgress: (progress: Progress) => void): Promise<Outcome<Reading>>;
  answer(answers: Answers): Promise<Outcome<Analysis>>;
  preview(finding: string, fix: string): Promise<Outcome<readonly FilePreview[]>>;
  deliver(decisions: Decisions): Promise<Outcome<Delivery>>;
}
