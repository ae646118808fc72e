import type { Node } from 'web-tree-sitter';
import { typesAround, type Unit } from './declarations.ts';
import type { LiteralUse } from './index-types.ts';
import type { Invocations } from './invocations.ts';
import { literalText } from './literals.ts';
import { isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { calledName, childrenOfType, field, same, spanOf } from './syntax.ts';

const literals = ['string_literal', 'verbatim_string_literal', 'raw_string_literal'];

/** Where a string stands, and what it is a key or an argument of. */
export class LiteralUses {
  constructor(
    private readonly solution: Solution,
    private readonly invocations: Invocations,
  ) {}

  of(value: string): LiteralUse[] {
    return this.solution.parsedUnits
      .filter(({ parsed }) => parsed.file.text.includes(value))
      .flatMap((unit) =>
        unit.root
          .descendantsOfType(literals)
          .filter((node): node is Node => node !== null && literalText(node) === value && isRead(unit, spanOf(node)))
          .map((node) => this.use(node, unit)),
      );
  }

  private use(node: Node, unit: Unit): LiteralUse {
    return {
      ...placeOf(unit, node),
      type: typesAround(unit, node.startIndex)[0]?.name ?? null,
      argumentOf: this.argumentOf(node, unit),
      keyOf: keyOf(node),
    };
  }

  private argumentOf(node: Node, unit: Unit): LiteralUse['argumentOf'] {
    const argument = node.parent?.type === 'argument' ? node.parent : undefined;
    const list = argument?.parent;
    const call = list?.type === 'argument_list' ? list.parent : undefined;
    const callee = call?.type === 'invocation_expression' ? field(call, 'function') : null;
    const name = callee && calledName(callee);
    if (!argument || !list || !call || !name) return null;
    const index = childrenOfType(list, 'argument').findIndex((other) => same(other, argument));
    return { call: this.invocations.of(call, name, unit), index };
  }
}

function keyOf(node: Node): string | null {
  const holder = node.parent?.type === 'argument' ? node.parent.parent : node.parent;
  if (holder?.type === 'bracketed_argument_list') return field(holder.parent!, 'expression')?.text ?? null;
  const item = holder?.type === 'element_binding_expression' ? holder.parent : holder;
  const isFirst = item?.type === 'assignment_expression' || same(item?.namedChild(0) ?? null, node);
  return isFirst && item?.parent?.type === 'initializer_expression' ? filledBy(item.parent) : null;
}

/** `M` of `M = { … }`, of `M = new D { … }` and of `var M = new D { … }`. */
function filledBy(initializer: Node): string | null {
  const value = initializer.parent?.type.endsWith('object_creation_expression') ? initializer.parent : initializer;
  const target = value.parent;
  if (target?.type === 'variable_declarator') return field(target, 'name')?.text ?? null;
  return target?.type === 'assignment_expression' ? (field(target, 'left')?.text ?? null) : null;
}
