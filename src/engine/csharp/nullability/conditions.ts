import type { Node } from 'web-tree-sitter';
import { field, namedChildren, same } from '../syntax.ts';
import type { Calls } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { Flow, not, unknown } from './null-facts.ts';
import { impliedBy, type Patterns } from './patterns.ts';
import { type Value, valued } from './values.ts';

/** Conditions: what holds where they are true, and where they are false. */
export class Conditions {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly calls: Calls,
    private readonly patterns: Patterns,
  ) {}

  /** One whose value is used as it is. */
  visit(node: Node): Value {
    const [yes, no] = this.decide(node);
    this.evaluator.flow = Flow.join(yes, no);
    return valued(node, not);
  }

  /** What holds where the condition is true, and where it is false. */
  decide(node: Node): [Flow, Flow] {
    const both = (): [Flow, Flow] => [this.evaluator.flow.copy(), this.evaluator.flow.copy()];
    const operator = node.type === 'binary_expression' ? operatorOf(node) : '';
    if (node.type === 'parenthesized_expression') return this.decide(namedChildren(node)[0]!);
    if (node.type === 'prefix_unary_expression' && node.text.startsWith('!')) {
      const [yes, no] = this.decide(namedChildren(node)[0]!);
      return [no, yes];
    }
    if (operator === '&&' || operator === '||')
      return this.both(operator, () => this.decide(field(node, 'left')!), field(node, 'right')!);
    if (operator === '==' || operator === '!=') {
      const [yes, no] = this.compared(field(node, 'left')!, field(node, 'right')!);
      return operator === '==' ? [yes, no] : [no, yes];
    }
    if (node.type === 'is_pattern_expression') return this.matched(node);
    if (node.type === 'boolean_literal') {
      const [yes, no] = both();
      (node.text === 'true' ? no : yes).isDead = true;
      return [yes, no];
    }
    const tested = this.calls.textTested(node);
    if (tested) return this.patterns.nullOr(this.evaluator.visit(tested));
    if (node.type === 'is_expression' || node.type === 'prefix_unary_expression') this.evaluator.ofUnread(node);
    else this.evaluator.visit(node);
    return both();
  }

  private both(operator: string, first: () => [Flow, Flow], second: Node): [Flow, Flow] {
    const [yes, no] = first();
    this.evaluator.flow = operator === '&&' ? yes : no;
    const [secondYes, secondNo] = this.decide(second);
    return operator === '&&' ? [secondYes, Flow.join(no, secondNo)] : [Flow.join(yes, secondYes), secondNo];
  }

  private compared(left: Node, right: Node): [Flow, Flow] {
    const a = this.evaluator.visit(left);
    const b = this.evaluator.visit(right);
    if (b.isNull) return this.patterns.nullOr(a);
    if (a.isNull) return this.patterns.nullOr(b);
    const [equal, other] = [this.evaluator.flow.copy(), this.evaluator.flow.copy()];
    for (const [one, against] of [
      [a, b],
      [b, a],
    ] as const)
      for (const slot of impliedBy(one))
        if (equal.of(slot).kind !== 'not') equal.set(slot, against.fact.kind === 'not' ? not : unknown);
    return [equal, other];
  }

  /** `x is null || y` comes from the grammar as `x is (null || y)`. */
  private matched(node: Node): [Flow, Flow] {
    const value = this.evaluator.visit(field(node, 'expression')!);
    const pattern = field(node, 'pattern')!;
    const negated = pattern.type === 'negated_pattern';
    const inner = negated ? namedChildren(pattern)[0]! : pattern;
    const constant = inner.type === 'constant_pattern' ? namedChildren(inner)[0] : undefined;
    const swap = ([a, b]: [Flow, Flow]): [Flow, Flow] => (negated ? [b, a] : [a, b]);
    if (constant?.type === 'binary_expression' && field(constant, 'left')?.type === 'null_literal') {
      const operator = operatorOf(constant);
      if (operator === '&&' || operator === '||')
        return this.both(operator, () => swap(this.patterns.nullOr(value)), field(constant, 'right')!);
    }
    return this.patterns.match(pattern, value);
  }
}

export const operatorOf = (node: Node) => {
  const left = field(node, 'left');
  return node.children.find((child) => child && !child.isNamed && !same(child, left))?.type ?? '';
};
