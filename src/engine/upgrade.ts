import type { Analysis } from './analysis.ts';
import type { Grammar } from './csharp/grammar.ts';
import type { Decisions } from './decisions/decision.ts';
import type { StepPatch } from './patch/step-patches.ts';
import type { Script } from './rules/finding.ts';
import type { Guide } from './rules/guide.ts';
import type { Answers } from './rules/question.ts';
import type { FilePath } from './workspace/file-path.ts';

export type { Input, InputFile } from './workspace/input.ts';

export interface Progress {
  readonly phase: 'archive' | 'projects' | 'csharp' | 'rules';
  readonly done: number;
  readonly total: number;
}

export interface UpgradeOptions {
  readonly guide: Guide;
  readonly grammar: Grammar;
  readonly target: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** One solution, read. Holds bytes and syntax; everything it gives out is plain data. */
export interface Upgrade {
  readonly target: string;
  /** The one folder of the archive that everything is in; '' without one, and for a folder or files. */
  readonly root: string;
  /** The rules again, on the same facts. */
  analyse(answers: Answers): Analysis;
  /** What one fix alone would do, file by file. */
  preview(analysis: Analysis, findingId: string, fixId: string): readonly FilePreview[];
  deliver(analysis: Analysis, decisions: Decisions, options?: DeliverOptions): Promise<Delivery>;
}

export interface DeliverOptions {
  /** A single file that came on its own goes back in a zip too; otherwise as the file it is. */
  readonly alwaysZip?: boolean;
}

export interface FilePreview {
  readonly path: FilePath;
  readonly before: string | null; // null: added
  readonly after: string;
}

/** Everything to take home. */
export interface Delivery {
  readonly archive: { readonly name: string; readonly bytes: Uint8Array };
  /** Every file that changes, by path. */
  readonly files: readonly FilePreview[];
  readonly patch: Uint8Array;
  readonly reversePatch: Uint8Array;
  /** The `git apply` line that fits: `-p2` where the archive has a root folder. */
  readonly applyCommand: string;
  readonly stepPatches: readonly StepPatch[];
  /** Schema scripts by file name: those of accepted fixes, else what their findings bring. */
  readonly sql: readonly Script[];
  readonly report: { readonly json: string; readonly markdown: string; readonly html: string };
}
