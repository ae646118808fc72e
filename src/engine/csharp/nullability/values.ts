import type { Node } from 'web-tree-sitter';
import type { TypeRef } from './library.ts';
import type { Fact, Origin, Slot } from './null-facts.ts';
import { unknown } from './null-facts.ts';

/** What an expression gives, as far as null goes. */
export interface Value {
  readonly fact: Fact;
  readonly type: TypeRef | null;
  readonly slot: Slot | null;
  readonly node: Node; // what the compiler would name
  /** The parts of it that may be null: `b` of `a ? b : ""`. */
  readonly leaves: readonly Node[];
  readonly isNull?: boolean; // the literal, or `default`
  /** In the chain of a `?.`, which stops at null on its own. */
  readonly isChain?: boolean;
  /** What is not null once it is found not to be: `a` of `a?.B`. */
  readonly implies?: readonly Slot[];
  /** Of a chain: what it is, once nothing in it is null: `a.B` of `a?.B`. */
  readonly path?: Slot;
  /** What a lambda of one expression gives. */
  readonly gives?: Value;
  /** The parts of what a task gives that may be null: `b` of `Task.FromResult(b)`. */
  readonly inside?: readonly Node[];
  /** What an object's initializer gives its members. */
  readonly members?: ReadonlyMap<string, Fact>;
  /** What is said of it: `IClientStore.FindClientByIdAsync`. */
  readonly label?: string;
}

export const valued = (node: Node, fact: Fact = unknown, more: Partial<Value> = {}): Value => ({
  fact,
  type: null,
  slot: null,
  node,
  leaves: [node],
  ...more,
});

/** A null that goes where the compiler takes none, which it says for the first time now. */
export interface NullWarning {
  readonly code: string;
  readonly kind: 'dereference' | 'argument' | 'assignment' | 'return';
  readonly node: Node;
  readonly leaves: readonly Node[];
  readonly origin: Origin | null; // null: of the team's own making, where the library takes none now
  readonly isNull: boolean;
  readonly valueType: TypeRef | null;
  readonly target: TypeRef | null;
  readonly into: string; // `Client.ClientId`, the parameter's name, ''
  readonly isInLambda: boolean; // of an expression, which may be an expression tree
}

export const text: TypeRef = { name: 'string', nulls: 'no', since: 'before', args: [] };
export const isText = (type: TypeRef | null) => type?.name === 'string' || type?.name === 'String';
export const simple = (name: string) => name.slice(name.lastIndexOf('.') + 1);
