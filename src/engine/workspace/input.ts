import type { Notice } from './workspace.ts';

/** What the user gave us, as bytes. `files` of a folder have paths below it. */
export type Input =
  | { readonly kind: 'archive'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly files: readonly InputFile[];
      readonly notices?: readonly Notice[]; // what could not be taken along
    }
  | { readonly kind: 'files'; readonly files: readonly InputFile[] };

export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly modified?: Date;
  readonly mode?: number; // Unix mode, where the source has one
}

/** What a report says of it. */
export interface InputInfo {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly sha256: string;
}
