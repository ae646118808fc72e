import type { Node } from 'web-tree-sitter';
import { variableAt } from '../binder.ts';
import { owningType } from '../declarations.ts';
import { childrenOfType, field, namedChildren, same } from '../syntax.ts';
import { Evaluator, slotOf } from './evaluator.ts';
import { elementOf } from './framework.ts';
import type { TypeRef } from './library.ts';
import { Flow } from './null-facts.ts';
import { type Value, valued } from './values.ts';

/** What a body returns to. */
export interface Returns {
  readonly type: TypeRef | null; // null: it isn't judged
  readonly isAsync: boolean;
}

const nothing: Returns = { type: null, isAsync: false };

/** A statement that can't be followed: nothing is said of the whole body. */
export class NotFollowed extends Error {}

/** Follows the statements of one body. */
export class BodyWalk extends Evaluator {
  private returns: Returns = nothing;
  private breaks: Flow[] = [];
  private continues: Flow[] = [];
  private localFunctions: Node[] = [];

  /** A block, or the expression behind an arrow. */
  walk(body: Node, returns: Returns) {
    this.returns = returns;
    if (body.type === 'block') this.run(body);
    else this.giveBack(this.visit(body));
    for (let next = this.localFunctions.shift(); next; next = this.localFunctions.shift()) this.runLocalFunction(next);
  }

  /** What a field or property starts with. */
  walkInitial(value: Node, type: TypeRef, name: string) {
    this.store(this.visit(value), type, 'CS8601', name);
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
      inner.type === 'block' ? this.run(inner) : this.giveBack(this.visit(inner)),
    );
  }

  private within(returns: Returns, run: () => void) {
    const outer = { returns: this.returns, breaks: this.breaks, continues: this.continues };
    this.returns = returns;
    this.breaks = [];
    this.continues = [];
    run();
    this.returns = outer.returns;
    this.breaks = outer.breaks;
    this.continues = outer.continues;
  }

  run(node: Node): void {
    switch (node.type) {
      case 'block':
      case 'global_statement':
      case 'checked_statement':
      case 'unsafe_statement':
        for (const child of namedChildren(node)) this.run(child);
        return;
      case 'expression_statement':
        for (const child of namedChildren(node)) this.visit(child);
        return;
      case 'local_declaration_statement':
      case 'fixed_statement':
      case 'using_statement':
      case 'lock_statement':
        return this.declareAndRun(node);
      case 'if_statement':
        return this.runIf(node);
      case 'while_statement':
        return this.loop(() => this.entering(field(node, 'condition')), field(node, 'body'), null);
      case 'do_statement':
        return this.runDo(node);
      case 'for_statement':
        return this.runFor(node);
      case 'foreach_statement':
        return this.runForeach(node);
      case 'switch_statement':
        return this.runSwitch(node);
      case 'try_statement':
        return this.runTry(node);
      case 'return_statement': {
        const [value] = namedChildren(node).filter(({ type }) => type !== 'comment');
        if (value) this.giveBack(this.visit(value));
        this.flow.isDead = true;
        return;
      }
      case 'throw_statement':
        for (const child of namedChildren(node)) this.visit(child);
        this.flow.isDead = true;
        return;
      case 'yield_statement':
        for (const child of namedChildren(node)) this.visit(child);
        if (/^yield\s+break/.test(node.text)) this.flow.isDead = true;
        return;
      case 'break_statement':
        return this.leave(this.breaks);
      case 'continue_statement':
        return this.leave(this.continues);
      case 'local_function_statement':
        if (this.silent === 0) this.localFunctions.push(node);
        return;
      case 'empty_statement':
      case 'comment':
      case 'preproc_nullable':
      case 'preproc_pragma':
      case 'preproc_region':
      case 'preproc_endregion':
        return;
      default:
        throw new NotFollowed(node.type);
    }
  }

  private leave(to: Flow[]) {
    to.push(this.flow.copy());
    this.flow.isDead = true;
  }

  private declareAndRun(node: Node) {
    for (const child of namedChildren(node)) {
      if (child.type === 'variable_declaration') this.declareIn(child);
      else if (child.type === 'modifier' || child.type === 'comment') continue;
      else if (/_statement$|^block$/.test(child.type)) this.run(child);
      else this.visit(child);
    }
  }

  private declareIn(declaration: Node) {
    const written = field(declaration, 'type');
    const type = written && written.type !== 'implicit_type' ? this.at.types.ref(written, this.at.unit) : null;
    for (const declarator of childrenOfType(declaration, 'variable_declarator')) {
      const name = field(declarator, 'name');
      const initial = namedChildren(declarator).find((child) => !same(child, name));
      const variable = name && variableAt(name.text.replace(/^@/, ''), name, this.at.unit, owningType(name));
      if (!variable || !initial || initial.type === 'tuple_pattern') {
        if (initial) this.visit(initial);
        continue;
      }
      const value = this.visit(initial);
      this.declare(variable, type ?? value.type);
      this.keep(slotOf(variable), type ? this.store(value, type, 'CS8600', name.text) : value.fact, value);
    }
  }

  private runIf(node: Node) {
    const [yes, no] = this.decide(field(node, 'condition')!);
    this.flow = yes;
    this.run(field(node, 'consequence')!);
    const after = this.flow;
    this.flow = no;
    const otherwise = field(node, 'alternative');
    if (otherwise) this.run(otherwise);
    this.flow = Flow.join(after, this.flow);
  }

  /** Round it silently until nothing changes any more, then once aloud. */
  private loop(enter: () => Flow, body: Node | null, update: (() => void) | null, isRunFirst = false) {
    const [outerBreaks, outerContinues] = [this.breaks, this.continues];
    let head = this.flow.copy();
    let left = head;
    const round = () => {
      [this.breaks, this.continues] = [[], []];
      this.flow = head.copy();
      let exit = isRunFirst ? null : enter();
      if (body) this.run(body);
      this.flow = this.continues.reduce(Flow.join, this.flow);
      update?.();
      if (isRunFirst) exit = enter();
      left = this.breaks.reduce(Flow.join, exit!);
      return Flow.join(head, this.flow);
    };
    this.silent++;
    for (let i = 0; i < 4; i++) {
      const next = round();
      if (Flow.equal(next, head)) break;
      head = next;
    }
    this.silent--;
    round();
    this.flow = left.copy();
    [this.breaks, this.continues] = [outerBreaks, outerContinues];
  }

  /** Goes on where the condition is true, and gives what holds where it is false. */
  private entering(condition: Node | null): Flow {
    if (!condition) {
      const never = this.flow.copy();
      never.isDead = true;
      return never;
    }
    const [yes, no] = this.decide(condition);
    this.flow = yes;
    return no;
  }

  private runDo(node: Node) {
    this.loop(() => this.entering(field(node, 'condition')), field(node, 'body'), null, true);
  }

  private runFor(node: Node) {
    const body = field(node, 'body');
    const condition = field(node, 'condition');
    const isUpdate = (child: Node) => node.childrenForFieldName('update').some((one) => one && same(one, child));
    for (const child of node.childrenForFieldName('initializer')) {
      if (child?.type === 'variable_declaration') this.declareIn(child);
      else if (child?.isNamed) this.visit(child);
    }
    this.loop(
      () => this.entering(condition),
      body,
      () => {
        for (const child of namedChildren(node).filter(isUpdate)) this.visit(child);
      },
    );
  }

  private runForeach(node: Node) {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (!right) throw new NotFollowed(node.type);
    const sequence = this.visit(right);
    this.dereference(sequence, 'GetEnumerator', false);
    const variable =
      left?.type === 'identifier' ? variableAt(left.text, left, this.at.unit, owningType(left)) : undefined;
    const element = elementOf(sequence.type);
    if (variable && !variable.type) this.declare(variable, element ?? null);
    this.loop(
      () => {
        const exit = this.flow.copy();
        if (variable)
          this.keep(slotOf(variable), element ? this.given(element, left!) : { kind: 'unknown' }, valued(node));
        return exit;
      },
      field(node, 'body'),
      null,
    );
  }

  private runSwitch(node: Node) {
    const value = this.visit(field(node, 'value')!);
    const entry = this.flow.copy();
    if (value.slot) entry.forget(value.slot);
    const outer = this.breaks;
    this.breaks = [];
    for (const section of childrenOfType(field(node, 'body')!, 'switch_section')) {
      this.flow = entry.copy();
      for (const child of namedChildren(section)) {
        if (/_statement$|^block$/.test(child.type)) this.run(child);
        else this.ofUnread(child);
      }
      if (!this.flow.isDead) this.breaks.push(this.flow.copy());
    }
    this.flow = this.breaks.reduce(Flow.join, entry.copy());
    this.breaks = outer;
  }

  /** What is thrown may come from anywhere in the `try`: of what it assigns, nothing is known behind it. */
  private runTry(node: Node) {
    const entry = this.flow.copy();
    const body = field(node, 'body')!;
    this.run(body);
    const ends = [this.flow.copy()];
    const thrown = Flow.join(entry, this.flow);
    thrown.isDead = false;
    for (const assigned of assignedIn(body)) this.forgetIn(thrown, assigned);
    for (const clause of childrenOfType(node, 'catch_clause')) {
      this.flow = thrown.copy();
      for (const child of namedChildren(clause)) {
        if (child.type === 'block') this.run(child);
        else if (child.type === 'catch_filter_clause') this.flow = this.decide(namedChildren(child)[0]!)[0];
      }
      ends.push(this.flow.copy());
    }
    this.flow = ends.reduce(Flow.join);
    const last = childrenOfType(node, 'finally_clause')[0];
    if (!last) return;
    const after = this.flow.copy();
    this.flow = Flow.join(thrown, after);
    for (const child of namedChildren(last)) if (child.type === 'block') this.run(child);
    const isEnd = this.flow.isDead;
    this.flow = after;
    this.flow.isDead ||= isEnd;
    for (const assigned of assignedIn(last)) this.forgetIn(this.flow, assigned);
  }

  private forgetIn(flow: Flow, target: Node) {
    const outer = this.flow;
    this.flow = flow;
    this.ofUnread(target);
    this.flow = outer;
  }

  /** A value that leaves the body. */
  private giveBack(value: Value) {
    const { type, isAsync } = this.returns;
    if (!type) return;
    const isTask = /^(Value)?Task$/.test(type.name);
    if (!isTask || isAsync) {
      const target = isTask ? type.args[0] : type;
      if (target) this.sink(value, target, 'return', '');
      return;
    }
    const [expected] = type.args;
    const given = value.type && /^(Value)?Task$/.test(value.type.name) ? value.type.args[0] : undefined;
    if (!expected || !given || value.isChain) return;
    const fact = this.given(given, value.node, value.label);
    this.sink({ ...value, fact, type: given, leaves: [] }, expected, 'return', '', 'CS8619');
  }
}

const assignedIn = (node: Node): Node[] =>
  node
    .descendantsOfType('assignment_expression')
    .flatMap((one) => (one ? [field(one, 'left')] : []))
    .filter((one): one is Node => one !== null);
