import type { FilePath } from '../workspace/file-path.ts';

/** A `using` that holds in every file of a project: `<Using Include="…" Static="true" />`, or one with an `Alias`. */
export interface SpecialUsing {
  readonly kind: 'static' | 'alias';
  readonly name: string; // the alias; '' for a static import
  readonly of: string;
}

/** One way that a project is compiled: for one of its target frameworks, or for several that make no difference. */
export interface Build {
  readonly project: FilePath;
  readonly targetFrameworks: readonly string[];
  readonly sources: readonly FilePath[];
  readonly references: readonly FilePath[]; // direct project references that are in the archive
  readonly usings: readonly string[]; // namespaces imported by <Using>, ImplicitUsings and the SDK
  readonly specialUsings: readonly SpecialUsing[];
  readonly defines: readonly string[]; // symbols of `#if` that its files set for sure
  readonly mayDefine: readonly string[]; // and those that only some configurations set
  readonly nullable: boolean;
  /** The package of the family nearest to it, with every version that it may have. null: none reaches it. */
  readonly product: { readonly versions: readonly string[] } | null;
}
