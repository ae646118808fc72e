import type { Node } from 'web-tree-sitter';
import { variableAt } from '../binder.ts';
import { owningType, type Variable } from '../declarations.ts';
import type { Evaluator } from './evaluator.ts';
import type { TypeRef } from './library.ts';
import { before, type Fact, not, type Slot, unknown } from './null-facts.ts';

/** Locals and parameters: what they are by declaration. */
export class Variables {
  private readonly inferred = new Map<Slot, TypeRef | null>();

  constructor(private readonly evaluator: Evaluator) {}

  private get at() {
    return this.evaluator.at;
  }

  named(identifier: Node): Variable | undefined {
    return variableAt(identifier.text.replace(/^@/, ''), identifier, this.at.unit, owningType(identifier));
  }

  typeOf(variable: Variable, node: Node): TypeRef | null {
    if (variable.type && variable.type.type !== 'implicit_type') return this.at.types.ref(variable.type, this.at.unit);
    const known = this.inferred.get(slotOf(variable));
    if (known) return known;
    return this.at.types.told(this.at.expressions.typeOf(node, this.at.unit).type);
  }

  declaredFact({ kind, identifier }: Variable, type: TypeRef | null): Fact {
    if (kind === 'pattern') return identifier.parent?.type === 'declaration_pattern' ? not : unknown;
    if (kind === 'local') return unknown; // not assigned yet
    if (!type) return unknown;
    return type.nulls === 'yes' ? before : /^T([A-Z]|$)/.test(type.name) ? unknown : not;
  }

  /** Of a local, once its declaration is read. */
  declare(variable: Variable, type: TypeRef | null) {
    this.inferred.set(slotOf(variable), type);
    this.evaluator.flow.declare(slotOf(variable), unknown);
  }

  /** Of a lambda that is given elements of that type. */
  declareParameter(identifier: Node, type: TypeRef) {
    const variable = this.named(identifier);
    if (!variable || variable.type) return;
    this.inferred.set(slotOf(variable), type);
    const isNew = type.nulls === 'yes' && type.since === 'now';
    const otherwise = type.nulls === 'yes' ? unknown : not;
    this.evaluator.flow.declare(slotOf(variable), isNew ? this.evaluator.given(type, identifier) : otherwise);
  }

  infer(variable: Variable, type: TypeRef | null) {
    this.inferred.set(slotOf(variable), type);
  }
}

export const slotOf = ({ identifier }: Variable): Slot => `v${identifier.startIndex}`;
