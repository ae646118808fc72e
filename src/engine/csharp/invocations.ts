import type { Node } from 'web-tree-sitter';
import type { Arguments } from './arguments.ts';
import type { Binder } from './binder.ts';
import { typesAround, type Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Invocation } from './invocation-types.ts';
import { answerOf, hasLooseDirective, isRead, placeOf } from './places.ts';
import {
  ancestor,
  ancestors,
  calledName,
  childrenOfType,
  conditionOperand,
  field,
  lastIdentifier,
  same,
  spanOf,
  typeArguments,
} from './syntax.ts';

/** Reads calls of methods: what they are made on, with what, and where they stand. */
export class Invocations {
  constructor(
    private readonly binder: Binder,
    private readonly expressions: Expressions,
    private readonly args: Arguments,
  ) {}

  /** The call whose method `name` is. */
  of(call: Node, name: Node, unit: Unit): Invocation {
    const callee = field(call, 'function')!;
    const list = field(call, 'arguments')!;
    const receiver =
      field(callee, 'expression') ?? (field(callee, 'condition') && conditionOperand(field(callee, 'condition')!));
    const statement = ancestor(
      call,
      'expression_statement',
      'local_declaration_statement',
      'return_statement',
      'lambda_expression',
      'arrow_expression_clause',
    );
    return {
      ...placeOf(unit, call),
      name: lastIdentifier(name).text,
      nameSpan: spanOf(lastIdentifier(name)),
      receiver: receiver?.text ?? '',
      receiverSpan: receiver ? spanOf(receiver) : null,
      receiverType: answerOf(
        receiver ? this.expressions.typeOf(receiver, unit).type : { kind: 'unknown', why: 'no receiver' },
      ),
      typeArguments: typeArguments(name).map((node) => ({
        text: node.text,
        span: spanOf(node),
        type: answerOf(this.binder.typeNamed(node, unit)),
      })),
      arguments: childrenOfType(list, 'argument').map((node) => this.args.argumentOf(node, unit)),
      argumentList: spanOf(list),
      within: this.lambdasAround(call, unit),
      chain: chainOf(receiver),
      isOpaque: hasLooseDirective(unit, list) || !isRead(unit, spanOf(list)),
      method: field(ancestor(call, 'method_declaration', 'local_function_statement') ?? call, 'name')?.text ?? null,
      type: typesAround(unit, call.startIndex)[0]?.name ?? null,
      codeAround: spanOf(codeAround(call)),
      statement:
        statement && /_statement$/.test(statement.type) && statement.type !== 'return_statement'
          ? spanOf(statement)
          : null,
    };
  }

  private lambdasAround(node: Node, unit: Unit): Invocation['within'] {
    return [...ancestors(node)]
      .filter(({ type }) => type === 'lambda_expression' || type === 'anonymous_method_expression')
      .flatMap((lambda) => {
        const callee = field(ancestor(lambda, 'invocation_expression') ?? lambda, 'function');
        const call = callee && lambda.parent?.type === 'argument' ? calledName(callee) : null;
        const body = this.args.bodyOf(lambda, unit);
        return call && body ? [{ call: lastIdentifier(call).text, body }] : [];
      })
      .toReversed();
  }
}

/** The member or local function whose code this is; the root for top-level statements. */
function codeAround(node: Node): Node {
  let last = node;
  for (const up of ancestors(node)) {
    if (/^(method|constructor|property|indexer|field|local_function)_(declaration|statement)$/.test(up.type)) return up;
    last = up;
  }
  return last;
}

/** The call whose method this name is. */
export function callOf(name: Node): Node | undefined {
  const parent = name.parent;
  const callee =
    parent?.type === 'member_access_expression' && same(field(parent, 'name'), name)
      ? parent
      : parent?.type === 'member_binding_expression'
        ? parent.parent
        : name;
  const call = callee?.parent;
  return call?.type === 'invocation_expression' &&
    same(field(call, 'function'), callee ?? null) &&
    field(call, 'arguments')
    ? call
    : undefined;
}

function chainOf(receiver: Node | null): string[] {
  const names: string[] = [];
  for (let node = receiver; node?.type === 'invocation_expression'; ) {
    const callee = field(node, 'function');
    const name = callee && calledName(callee);
    if (name) names.unshift(lastIdentifier(name).text);
    node = callee ? field(callee, 'expression') : null;
  }
  return names;
}
