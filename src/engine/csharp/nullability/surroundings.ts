import type { Node } from 'web-tree-sitter';
import type { Binder } from '../binder.ts';
import type { Unit } from '../declarations.ts';
import type { Expressions } from '../expressions.ts';
import type { DeclaredTypes } from './declared-types.ts';

/** What one body is followed with. */
export interface Surroundings {
  readonly unit: Unit;
  readonly binder: Binder;
  readonly expressions: Expressions;
  readonly types: DeclaredTypes;
  /** Whether the file imports the namespace. */
  readonly imports: (namespace: string) => boolean;
  /** Own extension methods of that name. */
  readonly extensions: (name: string) => readonly { readonly node: Node; readonly unit: Unit }[];
  /** The configuration of the framework that this project is built with says that its values may be null. */
  readonly isConfigurationAnnotated: boolean;
  /** As with the compiler; `false`: as it is once text is handed on as `x ?? ""`, from which nothing is learnt of `x`. */
  readonly learnsFromText: boolean;
}
