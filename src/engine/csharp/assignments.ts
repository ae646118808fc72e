import type { Node } from 'web-tree-sitter';
import type { Arguments } from './arguments.ts';
import type { Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Assignment } from './index-types.ts';
import { answerOf, placeOf } from './places.ts';
import { ancestor, field, same, spanOf } from './syntax.ts';
import type { Type } from './types.ts';

/** Reads assignments: what is set, on what, and to what. */
export class Assignments {
  constructor(
    private readonly expressions: Expressions,
    private readonly args: Arguments,
  ) {}

  /** `o.X = v`, `X = v`, `{ X = v }` for the identifier `X`; undefined where it is something else. */
  at(node: Node, unit: Unit): Assignment | undefined {
    const access =
      node.parent?.type === 'member_access_expression' && same(field(node.parent, 'name'), node) ? node.parent : node;
    const assignment = access.parent;
    if (assignment?.type !== 'assignment_expression' || !same(field(assignment, 'left'), access)) return undefined;
    const value = field(assignment, 'right');
    if (!value) return undefined;
    const isInitializer = assignment.parent?.type === 'initializer_expression';
    const on = access === node ? null : field(access, 'expression');
    return {
      ...placeOf(unit, assignment),
      member: node.text.replace(/^@/, ''),
      target: access.text,
      targetType: answerOf(this.targetType(on, isInitializer ? assignment : undefined, unit)),
      value: spanOf(value),
      text: value.text,
      literal: this.args.literalOf(value, unit),
      isInitializer,
    };
  }

  private targetType(on: Node | null, initializer: Node | undefined, unit: Unit): Type {
    if (on) return this.expressions.typeOf(on, unit).type;
    if (!initializer) return { kind: 'unknown', why: 'no receiver' };
    const creation = ancestor(initializer, 'object_creation_expression', 'implicit_object_creation_expression');
    return creation ? this.expressions.typeOf(creation, unit).type : { kind: 'unknown', why: 'no object creation' };
  }
}
