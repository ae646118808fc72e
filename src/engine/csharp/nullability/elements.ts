import type { Node } from 'web-tree-sitter';
import { childrenOfType, field, namedChildren } from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import type { TypeRef } from './library.ts';
import { before, joined, not, unknown } from './null-facts.ts';
import { typeOf } from './overloads.ts';
import { elementOf, indexedOf } from './sequences.ts';
import { simple, type Value, valued } from './values.ts';

/** Elements of arrays, lists and settings. */
export class Elements {
  constructor(private readonly evaluator: Evaluator) {}

  /** `a[0]`. */
  visit(node: Node): Value {
    const left = field(node, 'expression');
    if (!left) return valued(node);
    const receiver = this.evaluator.visit(left);
    this.evaluator.access.dereference(receiver, '[]', false);
    for (const argument of node.descendantsOfType('argument'))
      if (argument) this.evaluator.visit(namedChildren(argument).at(-1)!);
    const element = node.text.includes('..') ? undefined : indexedOf(receiver.type);
    if (element) {
      const isRead = !/Dictionary$/.test(receiver.type?.name ?? '');
      return valued(node, isRead ? this.evaluator.given(element, node, `${left.text}[]`) : unknown, { type: element });
    }
    const indexed = receiver.type && this.evaluator.at.types.property(receiver.type, 'this[]', this.evaluator.at.unit);
    if (indexed) {
      const label = `${simple(receiver.type!.name)}[]`;
      return valued(node, this.evaluator.given(indexed, node, label), { type: indexed, label });
    }
    const isSetting = /^I?Configuration(Root|Section|Manager)?$/.test(simple(receiver.type?.name ?? ''));
    const isKnown = isSetting || /(^|\.)[cC]onfiguration$/.test(left.text);
    return valued(node, isKnown && this.evaluator.at.isConfigurationAnnotated ? before : unknown, {
      type: isKnown ? { name: 'string', nulls: 'yes', since: 'before', args: [] } : null,
    });
  }

  /** `new[] { a, b }`. */
  array(node: Node): Value {
    const initializer = childrenOfType(node, 'initializer_expression')[0];
    const items = initializer ? namedChildren(initializer).filter(({ type }) => type !== 'comment') : [];
    const values = items.map((item) => this.evaluator.visit(item));
    const type = values.find((value) => value.type)?.type;
    const fact = values.map((value) => value.fact).reduce(joined, not);
    const element = type && typeOf(valued(node, fact, { type }));
    return valued(
      node,
      not,
      element ? { type: { ...element, name: `${element.name}[]`, nulls: 'no', args: [element] } } : {},
    );
  }

  /** `[a, ..b]`, which goes into what takes it. */
  collection(node: Node): Value {
    const type = this.evaluator.expected.get(node.id) ?? null;
    const element = elementOf(type);
    const [kind, code] = type?.name.endsWith('[]')
      ? (['assignment', 'CS8601'] as const)
      : (['argument', 'CS8604'] as const);
    for (const part of namedChildren(node).flatMap(namedChildren)) {
      const [item] = namedChildren(part);
      if (!item) continue;
      const value = this.evaluator.visit(item, part.type === 'expression_element' ? element : null);
      if (element && part.type === 'expression_element') this.evaluator.sinks.sink(value, element, kind, '', code);
    }
    return valued(node, not, { type });
  }

  /** The elements of an array. */
  fill(initializer: Node, type: TypeRef, into: string) {
    const element = type.name.endsWith('[]') ? type.args[0] : undefined;
    for (const child of namedChildren(initializer).filter((one) => one.type !== 'comment')) {
      const value = this.evaluator.visit(child, element);
      if (element) this.evaluator.sinks.sink(value, element, 'assignment', into, value.isNull ? 'CS8625' : 'CS8601');
    }
  }
}
