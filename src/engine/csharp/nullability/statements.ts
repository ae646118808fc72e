import type { Node } from 'web-tree-sitter';
import { variableAt } from '../binder.ts';
import { owningType } from '../declarations.ts';
import { childrenOfType, field, namedChildren, same } from '../syntax.ts';
import { Evaluator } from './evaluator.ts';
import { elementOf } from './framework.ts';
import { Flow } from './null-facts.ts';
import { type Value, valued } from './values.ts';
import { slotOf } from './variables.ts';

/** A statement that can't be followed: nothing is said of the whole body. */
export class NotFollowed extends Error {}

/** Follows statements. */
export abstract class Statements extends Evaluator {
  private breaks: Flow[] = [];
  private continues: Flow[] = [];

  /** A value that leaves the body. */
  protected abstract giveBack(value: Value): void;
  protected abstract meetLocalFunction(node: Node): void;

  /** A body inside of this one: what leaves its loops stays in it. */
  protected apart(run: () => void) {
    const outer = [this.breaks, this.continues] as const;
    [this.breaks, this.continues] = [[], []];
    run();
    [this.breaks, this.continues] = outer;
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
        return this.meetLocalFunction(node);
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
      this.variables.declare(variable, type ?? value.type);
      this.keep(slotOf(variable), type ? this.sinks.store(value, type, 'CS8600', name.text) : value.fact, value);
    }
  }

  private runIf(node: Node) {
    const [yes, no] = this.conditions.decide(field(node, 'condition')!);
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
    this.sinks.silently(() => {
      for (let i = 0; i < 4; i++) {
        const next = round();
        if (Flow.equal(next, head)) break;
        head = next;
      }
    });
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
    const [yes, no] = this.conditions.decide(condition);
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
    if (variable && !variable.type) this.variables.declare(variable, element ?? null);
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
        else if (child.type === 'catch_filter_clause') this.flow = this.conditions.decide(namedChildren(child)[0]!)[0];
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
}

const assignedIn = (node: Node): Node[] =>
  node
    .descendantsOfType('assignment_expression')
    .flatMap((one) => (one ? [field(one, 'left')] : []))
    .filter((one): one is Node => one !== null);
