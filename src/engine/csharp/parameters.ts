import type { Node } from 'web-tree-sitter';
import { type Binder, variableAt } from './binder.ts';
import { owningType, type Unit } from './declarations.ts';
import type { Parameter, ParameterUse } from './index-types.ts';
import { answerOf, placeOf } from './places.ts';
import { ancestor, childrenOfType, field, isNameOnly, isQualified, namedChildren, same, spanOf } from './syntax.ts';
import type { Type } from './types.ts';

/** Parameters as the code declares them, with what becomes of them. */
export class Parameters {
  constructor(private readonly binder: Binder) {}

  in(list: Node, unit: Unit): Parameter[] {
    return childrenOfType(list, 'parameter').map((node) => this.of(node, unit));
  }

  private of(node: Node, unit: Unit): Parameter {
    const name = field(node, 'name')!;
    const type = field(node, 'type');
    const meaning = type && this.binder.typeNamed(type, unit);
    return {
      ...placeOf(unit, node),
      name: name.text,
      nameSpan: spanOf(name),
      typeText: type?.text ?? '',
      type: answerOf(meaning ?? { kind: 'unknown', why: 'no type is written' }),
      typeArguments: typeArgumentsOf(meaning),
      isOptional: node.children.some((child) => child?.type === '='),
      uses: usesOf(name, unit),
    };
  }
}

export const typeArgumentsOf = (type: Type | null | undefined) =>
  type && type.kind !== 'unknown' ? type.args.map(answerOf) : [];

/** Uses of a parameter of a constructor, a method or a primary constructor; the last by the members of its type too. */
function usesOf(parameter: Node, unit: Unit): ParameterUse[] {
  const name = parameter.text.replace(/^@/, '');
  return (unit.identifiers.get(name) ?? [])
    .filter((use) => !same(use, parameter) && !isNameOnly(use) && !isQualified(use))
    .filter((use) => same(variableAt(name, use, unit, owningType(use))?.identifier ?? null, parameter))
    .map((use) => ({ ...placeOf(unit, use), kind: kindOf(use), argument: argumentOf(use) }));
}

function kindOf(use: Node): ParameterUse['kind'] {
  const parent = use.parent;
  if (parent?.type === 'assignment_expression' && same(field(parent, 'left'), use)) return 'assigned';
  if (parent?.type !== 'argument')
    return /^(prefix|postfix)_unary_expression$/.test(parent?.type ?? '') && /\+\+|--/.test(parent?.text ?? '')
      ? 'assigned'
      : 'value';
  if (parent.children.some((child) => child?.type === 'ref' || child?.type === 'out')) return 'assigned';
  const call = ancestor(parent, 'invocation_expression');
  return call && field(call, 'function')?.text === 'nameof' ? 'nameof' : 'value';
}

/** Of a call; what stands in a tuple is none. */
const argumentOf = (use: Node) =>
  use.parent?.type === 'argument' &&
  use.parent.parent?.type === 'argument_list' &&
  same(namedChildren(use.parent).at(-1) ?? null, use)
    ? spanOf(use.parent)
    : null;
