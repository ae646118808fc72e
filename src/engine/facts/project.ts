import type { Build } from '../csharp/build.ts';
import type { Span } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';

/** A package that a project gets by its own file or by what that file imports. */
export interface PackageUse {
  readonly id: string; // as written; NuGet ids are case-insensitive
  readonly version: string | null; // as it evaluates; null where that can't be told
  readonly declaredIn: FilePath; // where the version that counts stands
  readonly span: Span; // of that version's text, or of the element where it has none
  readonly line: number;
}

export type HostKind = 'web-application' | 'generic-host' | 'web-host' | 'library' | 'unknown';

export interface Project {
  readonly path: FilePath;
  readonly folder: string; // '' at the root, else without a trailing slash
  readonly sdk: string | null;
  readonly targetFrameworks: readonly string[];
  readonly packages: readonly PackageUse[];
  readonly references: readonly FilePath[]; // direct project references that are in the archive
  readonly sources: readonly FilePath[]; // the C# files that any build of it compiles
  readonly builds: readonly Build[]; // one for each target framework
  /** The package of the family nearest to it: its own, else through project references. null: none reaches it. */
  readonly product: { readonly version: string | null; readonly isDirect: boolean } | null;
}
