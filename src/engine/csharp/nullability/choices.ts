import type { Node } from 'web-tree-sitter';
import { field, namedChildren } from '../syntax.ts';
import type { Conditions } from './conditions.ts';
import type { Evaluator } from './evaluator.ts';
import { Flow, joined, unknown } from './null-facts.ts';
import type { Patterns } from './patterns.ts';
import { type Value, valued } from './values.ts';

/** Expressions that give one of several values. */
export class Choices {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly conditions: Conditions,
    private readonly patterns: Patterns,
  ) {}

  /** `a ? b : c`. */
  conditional(node: Node): Value {
    const [condition, yes, no] = ['condition', 'consequence', 'alternative'].map((name) => field(node, name));
    if (!condition || !yes || !no) return this.evaluator.ofUnread(node);
    const [whenTrue, whenFalse] = this.conditions.decide(condition);
    this.evaluator.flow = whenTrue;
    const a = this.evaluator.visit(yes);
    const after = this.evaluator.flow;
    this.evaluator.flow = whenFalse;
    const b = this.evaluator.visit(no);
    const facts = after.isDead ? b.fact : this.evaluator.flow.isDead ? a.fact : joined(a.fact, b.fact);
    this.evaluator.flow = Flow.join(after, this.evaluator.flow);
    const leaves = [a, b].filter(({ fact }) => fact.kind === 'maybe').flatMap((one) => one.leaves);
    return valued(node, facts, { type: a.type ?? b.type, leaves });
  }

  /** `a switch { … }`. */
  switched(node: Node): Value {
    const [governing, ...arms] = namedChildren(node).filter(({ type }) => type !== 'comment');
    if (!governing) return this.evaluator.ofUnread(node);
    const value = this.patterns.governed(this.evaluator.visit(governing));
    const ends: Flow[] = [];
    const given: Value[] = [];
    for (const arm of arms.filter(({ type }) => type === 'switch_expression_arm')) {
      const parts = namedChildren(arm).filter(({ type }) => type !== 'comment');
      const [yes, no] = this.patterns.match(parts[0]!, value);
      this.evaluator.flow = yes;
      const when = parts.find(({ type }) => type === 'when_clause');
      const [fits, otherwise] = when ? this.conditions.decide(namedChildren(when)[0]!) : [yes, null];
      this.evaluator.flow = fits;
      const one = this.evaluator.visit(parts.at(-1)!);
      if (!this.evaluator.flow.isDead) given.push(one);
      ends.push(this.evaluator.flow);
      this.evaluator.flow = otherwise ? Flow.join(no, otherwise) : no;
    }
    this.evaluator.flow = ends.length > 0 ? ends.reduce(Flow.join) : this.evaluator.flow;
    const fact = given.length > 0 ? given.map((one) => one.fact).reduce(joined) : unknown;
    const leaves = given.filter((one) => one.fact.kind === 'maybe').flatMap((one) => one.leaves);
    return valued(node, fact, { type: given.find(({ type }) => type)?.type ?? null, leaves });
  }
}
