import type { Node } from 'web-tree-sitter';
import type { Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { MemberDeclaration, Returned } from './index-types.ts';
import { placeOf } from './places.ts';
import {
  ancestor,
  ancestors,
  calledName,
  field,
  lastIdentifier,
  namedChildren,
  same,
  spanOf,
  typeArguments,
  unwrapped,
} from './syntax.ts';

const inner = ['lambda_expression', 'anonymous_method_expression', 'local_function_statement'];

/** What a method gives back, expression by expression. */
export function returnsOf({ span }: MemberDeclaration, unit: Unit, expressions: Expressions): Returned[] {
  const name = unit.root.descendantForIndex(span.start, span.end);
  const method = name && ancestor(name, 'method_declaration');
  const body = method && field(method, 'body');
  if (!method || !body) return [];
  const values =
    body.type === 'arrow_expression_clause'
      ? namedChildren(body).slice(0, 1)
      : body
          .descendantsOfType('return_statement')
          .filter((node): node is Node => node !== null)
          .filter((node) =>
            same(
              [...ancestors(node)].find(({ type }) => type === 'method_declaration' || inner.includes(type)) ?? null,
              method,
            ),
          )
          .flatMap((node) =>
            namedChildren(node)
              .filter(({ type }) => type !== 'comment')
              .slice(0, 1),
          );
  return values.flatMap(branches).map((value) => ({
    ...placeOf(unit, value),
    text: value.text,
    isFinal:
      value.type === 'throw_expression' || (value.type === 'postfix_unary_expression' && value.text.endsWith('!')),
    call: callOf(unwrapped(value), unit, expressions),
  }));
}

const branches = (value: Node): Node[] => {
  if (value.type === 'parenthesized_expression') return namedChildren(value).flatMap(branches);
  const both =
    value.type === 'conditional_expression' ? [field(value, 'consequence'), field(value, 'alternative')] : [];
  return both.length > 0 ? both.flatMap((one) => (one ? branches(one) : [])) : [value];
};

function callOf(value: Node, unit: Unit, expressions: Expressions): Returned['call'] {
  const callee = value.type === 'invocation_expression' ? field(value, 'function') : null;
  const name = callee && calledName(callee);
  if (!callee || !name) return null;
  const declared = expressions.called.single(callee, unit)?.type?.text ?? null;
  const identifier = lastIdentifier(name);
  return {
    name: spanOf(identifier),
    method: identifier.text,
    typeArguments: typeArguments(name).map(spanOf),
    declared,
  };
}
