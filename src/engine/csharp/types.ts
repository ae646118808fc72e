import type { Node } from 'web-tree-sitter';
import type { TypeDeclarationNode, Unit } from './declarations.ts';

/** What a type name means. `product`: a type of the upgraded packages that a rule asked about. */
export type Type =
  | { readonly kind: 'product'; readonly name: string; readonly args: readonly Type[] }
  | {
      readonly kind: 'solution';
      readonly name: string;
      readonly declarations: readonly TypeDeclarationNode[];
      readonly args: readonly Type[];
    }
  | { readonly kind: 'other'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'unknown'; readonly why: string };

export type SolutionType = Extract<Type, { kind: 'solution' }>;

export const unknown = (why: string): Type => ({ kind: 'unknown', why });

export const notImported = (name: string) => ({
  kind: 'unknown' as const,
  why: `nothing imported here brings ${name}`,
});

/** A type that a `using` is for: as it is written somewhere, or its full name in a project file. */
export type Target = { readonly node: Node; readonly unit: Unit } | { readonly name: string };

/** What the binder asks of the solution: a file is parsed when a name leads there. */
export interface Source {
  /** Every declaration, in files that `project` can see, of a type with this full name. */
  declarationsNamed(fullName: string, from: Unit): readonly TypeDeclarationNode[];
  /** Namespaces that `global using`, ImplicitUsings and <Using> bring into a file. */
  globalUsings(from: Unit): readonly string[];
  /** What a name is an alias for everywhere in a project, by the node that says so or by what a project file says. */
  globalAliases(from: Unit): ReadonlyMap<string, Target>;
  globalStatics(from: Unit): readonly Target[];
  isProductType(fullName: string): boolean;
  isProductName(simpleName: string): boolean;
  reachesProduct(from: Unit): boolean;
}
