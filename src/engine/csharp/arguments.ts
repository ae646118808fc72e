import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import type { Binder } from './binder.ts';
import type { Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Argument, CodeBody } from './invocation-types.ts';
import { literalText } from './literals.ts';
import { answerOf, hasDirective, isRead, placeOf } from './places.ts';
import { ancestor, childrenOfType, field, lambdaParameters, namedChildren, same, spanOf, unwrapped } from './syntax.ts';

/** Reads the arguments of calls: what they are, what they hold, and the code that they give. */
export class Arguments {
  constructor(
    private readonly binder: Binder,
    private readonly expressions: Expressions,
  ) {}

  argumentOf(node: Node, unit: Unit): Argument {
    const name = field(node, 'name');
    const value = namedChildren(node).findLast((child) => !same(child, name) && child.type !== 'name_colon') ?? node;
    const typeOf = value.type === 'typeof_expression' ? field(value, 'type') : null;
    return {
      ...placeOf(unit, value),
      name: name?.text ?? null,
      nameSpan: name ? spanOf(name) : null,
      whole: spanOf(node),
      text: value.text,
      literal: this.literalOf(value, unit),
      type: answerOf(typeOf ? this.binder.typeNamed(typeOf, unit) : this.expressions.typeOf(value, unit).type),
      body: this.bodyOf(value, unit),
    };
  }

  bodyOf(value: Node, unit: Unit): CodeBody | null {
    if (value.type === 'lambda_expression' || value.type === 'anonymous_method_expression') {
      const body = field(value, 'body') ?? childrenOfType(value, 'block')[0];
      const arrow = value.children.find((child) => child?.type === '=>');
      const named =
        value.type === 'lambda_expression'
          ? lambdaParameters(value)
          : parametersOf(childrenOfType(value, 'parameter_list')[0]);
      return body ? codeBody(unit, body, named, arrow ?? null) : null;
    }
    if (value.type !== 'identifier' && value.type !== 'member_access_expression') return null;
    const method = this.expressions.called.single(value, unit);
    const body = method && field(method.node, 'body');
    return method && body?.type === 'block'
      ? codeBody(method.owner.unit, body, parametersOf(field(method.node, 'parameters')), null)
      : null;
  }

  literalOf(value: Node, unit: Unit, depth = 0): string | number | boolean | null {
    const literal = literalText(unwrapped(value));
    if (literal !== null || depth > 4) return literal;
    const constant = unwrapped(value);
    if (constant.type !== 'identifier' && constant.type !== 'member_access_expression') return null;
    const { variable, member } = this.expressions.typeOf(constant, unit);
    const declarator = member?.kind === 'field' && isConstant(member.node) ? member.node : variable?.identifier.parent;
    if (declarator?.type !== 'variable_declarator' || !isConstant(declarator)) return null;
    const initial = namedChildren(declarator).at(-1);
    return initial ? this.literalOf(initial, member?.owner.unit ?? unit, depth + 1) : null;
  }
}

const parametersOf = (list: Node | null | undefined) =>
  list ? childrenOfType(list, 'parameter').map((p) => field(p, 'name') ?? p) : [];

function codeBody(unit: Unit, body: Node, parameters: readonly Node[], arrow: Node | null): CodeBody {
  const isBlock = body.type === 'block';
  const span = spanOf(body);
  const last = isBlock
    ? namedChildren(body).findLast(({ type }) => type !== 'comment' && !type.startsWith('preproc_'))
    : undefined;
  return {
    path: unit.path,
    parameters: parameters.map(({ text }) => text),
    span,
    isBlock,
    arrow: arrow ? spanOf(arrow) : { start: span.start, end: span.start },
    last: last ? spanOf(last) : null,
    endsEarly: endsEarly(body),
    isOpen:
      isRead(unit, span) &&
      (isBlock ? isBalanced(unit, span) : isStatementExpression(body) && !hasDirective(unit, span)),
  };
}

/** A `return` or `throw` of its own, that would leave what is added at the end behind it. */
const endsEarly = (body: Node) =>
  body.descendantsOfType(['return_statement', 'throw_statement', 'goto_statement']).some((node) => {
    const owner =
      node &&
      ancestor(
        node,
        'lambda_expression',
        'anonymous_method_expression',
        'local_function_statement',
        'method_declaration',
      );
    return owner !== undefined && owner !== null && owner.id === body.parent?.id;
  });

const isStatementExpression = (node: Node) =>
  ['assignment_expression', 'invocation_expression', 'object_creation_expression'].includes(node.type);

const isBalanced = (unit: Unit, { start, end }: Span) => {
  const text = unit.parsed.file.text.slice(start, end);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/^[ \t]*#[ \t]*if\b/gm) === count(/^[ \t]*#[ \t]*endif\b/gm);
};

const isConstant = (declarator: Node) => {
  const declaration = declarator.parent?.parent;
  return declaration
    ? childrenOfType(declaration, 'modifier').some(({ text }) => text === 'const') ||
        declaration.children.some((c) => c?.type === 'const')
    : false;
};
