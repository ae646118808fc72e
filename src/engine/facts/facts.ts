import type { CSharpIndex } from '../csharp/index-questions.ts';
import type { Notice, Workspace } from '../workspace/workspace.ts';
import type { Project } from './project.ts';
import type { AppSettings } from './settings.ts';

/** Answers in the vocabulary of the upgrade. No rule ever sees a syntax node. */
export interface Facts {
  readonly workspace: Workspace;
  /** Every project of the archive; those the product reaches have `product`. */
  readonly projects: readonly Project[];
  /** False where code or settings came without any project file: the product is presumed, nothing is more than likely. */
  readonly hasProjects: boolean;
  readonly settings: readonly AppSettings[];
  readonly csharp: CSharpIndex;
  readonly notices: readonly Notice[];
}
