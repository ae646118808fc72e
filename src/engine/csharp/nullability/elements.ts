import type { Node } from 'web-tree-sitter';
import { field, namedChildren } from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { indexedOf } from './framework.ts';
import type { TypeRef } from './library.ts';
import { before, unknown } from './null-facts.ts';
import { simple, type Value, valued } from './values.ts';

/** Elements of arrays, lists and settings. */
export class Elements {
  constructor(private readonly evaluator: Evaluator) {}

  /** `a[0]`. */
  visit(node: Node): Value {
    const left = field(node, 'expression');
    if (!left) return valued(node);
    const receiver = this.evaluator.visit(left);
    this.evaluator.dereference(receiver, '[]', false);
    for (const argument of node.descendantsOfType('argument'))
      if (argument) this.evaluator.visit(namedChildren(argument).at(-1)!);
    const element = node.text.includes('..') ? undefined : indexedOf(receiver.type);
    if (element) {
      const isRead = !/Dictionary$/.test(receiver.type?.name ?? '');
      return valued(node, isRead ? this.evaluator.given(element, node, `${left.text}[]`) : unknown, { type: element });
    }
    const isSetting = /^I?Configuration(Root|Section|Manager)?$/.test(simple(receiver.type?.name ?? ''));
    const isKnown = isSetting || /(^|\.)[cC]onfiguration$/.test(left.text);
    return valued(node, isKnown && this.evaluator.at.isConfigurationAnnotated ? before : unknown, {
      type: isKnown ? { name: 'string', nulls: 'yes', since: 'before', args: [] } : null,
    });
  }

  /** The elements of an array. */
  fill(initializer: Node, type: TypeRef, into: string) {
    const element = type.name.endsWith('[]') ? type.args[0] : undefined;
    for (const child of namedChildren(initializer).filter((one) => one.type !== 'comment')) {
      const value = this.evaluator.visit(child);
      if (element) this.evaluator.sinks.sink(value, element, 'assignment', into, value.isNull ? 'CS8625' : 'CS8601');
    }
  }
}
