import type { Node } from 'web-tree-sitter';
import { childrenOfType, field, namedChildren } from '../syntax.ts';
import type { TypeRef } from './library.ts';
import { yieldedOf } from './sequences.ts';
import { Statements } from './statements.ts';
import type { Value } from './values.ts';

/** What a body returns to. */
export interface Returns {
  readonly type: TypeRef | null; // null: it isn't judged
  readonly isAsync: boolean;
}

const nothing: Returns = { type: null, isAsync: false };

/** Follows the statements of one body. */
export class BodyWalk extends Statements {
  private returns: Returns = nothing;
  private localFunctions: Node[] = [];

  /** A block, or the expression behind an arrow. */
  walk(body: Node, returns: Returns) {
    this.returns = returns;
    if (body.type === 'block') this.run(body);
    else this.giveBack(this.visit(body, this.taken()));
    for (let next = this.localFunctions.shift(); next; next = this.localFunctions.shift()) this.runLocalFunction(next);
  }

  /** What a field or property starts with. */
  walkInitial(value: Node, type: TypeRef, name: string) {
    this.sinks.store(this.visit(value, type), type, 'CS8601', name);
  }

  /** Top-level statements. */
  walkAll(statements: readonly Node[]) {
    for (const statement of statements) this.run(statement);
    for (let next = this.localFunctions.shift(); next; next = this.localFunctions.shift()) this.runLocalFunction(next);
  }

  protected runLambda(block: Node) {
    this.within(nothing, () => this.run(block));
  }

  /** Called from anywhere: nothing is known of what it shares with the code around. */
  private runLocalFunction(node: Node) {
    this.flow.isDead = false;
    this.flow.forgetAll();
    const { returns } = this.at.types.signature(node, this.at.unit);
    const isAsync = childrenOfType(node, 'modifier').some(({ text }) => text === 'async');
    const body = field(node, 'body');
    const inner = body?.type === 'arrow_expression_clause' ? namedChildren(body)[0] : body;
    if (!inner) return;
    this.within({ type: returns, isAsync }, () =>
      inner.type === 'block' ? this.run(inner) : this.giveBack(this.visit(inner, this.taken())),
    );
  }

  private within(returns: Returns, run: () => void) {
    const outer = this.returns;
    this.returns = returns;
    this.apart(run);
    this.returns = outer;
  }

  protected meetLocalFunction(node: Node) {
    if (!this.sinks.isSilent) this.localFunctions.push(node);
  }

  /** A value that leaves the body. */
  protected giveBack(value: Value) {
    const { type, isAsync } = this.returns;
    if (!type) return;
    const isTask = /^(Value)?Task$/.test(type.name);
    if (!isTask || isAsync) {
      const target = isTask ? type.args[0] : type;
      if (target) this.sinks.sink(value, target, 'return', '');
      return;
    }
    const [expected] = type.args;
    const given = value.type && /^(Value)?Task$/.test(value.type.name) ? value.type.args[0] : undefined;
    if (!expected || !given || value.isChain) return;
    const fact = this.given(given, value.node, value.label);
    this.sinks.sink({ ...value, fact, type: given, leaves: value.inside ?? [] }, expected, 'return', '', 'CS8619');
  }

  protected taken(): TypeRef | null {
    const { type, isAsync } = this.returns;
    return type && isAsync && /^(Value)?Task$/.test(type.name) ? (type.args[0] ?? null) : type;
  }

  protected yielded(): TypeRef | null {
    return (this.returns.type && yieldedOf(this.returns.type)) ?? null;
  }

  protected yieldBack(value: Value) {
    const element = this.yielded();
    if (element) this.sinks.sink(value, element, 'return', '');
  }
}
