import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import { type Binder, variableAt } from './binder.ts';
import { owningType, typesAround, type Unit, type Variable } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Origin } from './index-types.ts';
import { callOf } from './invocations.ts';
import { literalText } from './literals.ts';
import { placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { childrenOfType, field, isNameOnly, isQualified, localFunctionAt, same, spanOf } from './syntax.ts';

/** Enough for a value that passes through a local, a helper method and a constant; an end to what goes round in circles. */
const maxOrigins = 40;
const literals = ['string_literal', 'verbatim_string_literal', 'raw_string_literal'];

/** What an expression is made from: itself, what its variables were declared with, what its parameters are given, and the members of the solution it uses. */
export class Origins {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
    private readonly expressions: Expressions,
  ) {}

  of(span: Span, unit: Unit): Origin[] {
    const start = unit.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1));
    if (!start) return [];
    const found = new Map<string, { node: Node; unit: Unit; isMethod: boolean }>();
    const add = (node: Node, of: Unit, isMethod = false) => {
      const key = `${of.id}:${node.startIndex}:${node.endIndex}`;
      if (!found.has(key) && found.size < maxOrigins) found.set(key, { node, unit: of, isMethod });
    };
    add(start, unit);
    for (const { node, unit: of } of found.values())
      for (const name of node.descendantsOfType('identifier')) if (name) this.follow(name, of, add);
    return [...found.values()].map(({ node, unit: of, isMethod }) => origin(node, of, isMethod));
  }

  private follow(name: Node, unit: Unit, add: Add) {
    if (isNameOnly(name)) return;
    const variable = isQualified(name) ? undefined : variableAt(name.text, name, unit, owningType(name));
    if (variable) {
      if (variable.initializer) add(variable.initializer, unit);
      if (variable.kind === 'parameter') this.given(variable, add);
      return;
    }
    const local = isQualified(name) ? undefined : localFunctionAt(name);
    if (local) return add(local, unit, true);
    const own = typesAround(unit, name.startIndex).flatMap((type) => this.binder.hierarchy.partsOf(type));
    const member = isQualified(name)
      ? this.expressions.typeOf(name.parent!, unit).member
      : this.binder.members.named(own, name.text);
    if (member) add(member.node, member.owner.unit, member.kind === 'method');
  }

  /** What calls of the method give for the parameter. */
  private given({ identifier }: Variable, add: Add) {
    const parameter = identifier.parent!;
    const index = childrenOfType(parameter.parent!, 'parameter').findIndex((one) => same(one, parameter));
    const method = field(parameter.parent!.parent!, 'name')?.text;
    const isExtension = childrenOfType(parameter.parent!, 'parameter')[0]?.text.startsWith('this ') === true;
    for (const other of method ? this.solution.parsedUnits : []) {
      for (const name of other.identifiers.get(method!) ?? []) {
        const call = callOf(name);
        if (!call) continue;
        const on = field(field(call, 'function')!, 'expression');
        const given = childrenOfType(field(call, 'arguments')!, 'argument');
        const values = isExtension && on ? [on, ...given] : given;
        if (values[index]) add(values[index], other);
      }
    }
  }
}

type Add = (node: Node, unit: Unit, isMethod?: boolean) => void;

function origin(node: Node, unit: Unit, isMethod: boolean): Origin {
  const { text } = unit.parsed.file;
  const { start, end } = spanOf(node);
  const comments = node.descendantsOfType('comment').flatMap((comment) => (comment ? [spanOf(comment)] : []));
  const parts = [...comments, { start: end, end }].map((comment, i) =>
    text.slice(i === 0 ? start : comments[i - 1]!.end, comment.start),
  );
  return {
    ...placeOf(unit, node),
    text: parts.join(' '),
    isMethod,
    literals: [node, ...node.descendantsOfType(literals)].flatMap((literal) => {
      const value = literal && literals.includes(literal.type) ? literalText(literal) : null;
      return typeof value === 'string' ? [{ ...placeOf(unit, literal!), value }] : [];
    }),
  };
}
