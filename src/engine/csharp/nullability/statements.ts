import type { Node } from 'web-tree-sitter';
import { childrenOfType, field, namedChildren } from '../syntax.ts';
import type { TypeRef } from './library.ts';
import { Loops, NotFollowed } from './loops.ts';
import { Flow } from './null-facts.ts';
import type { Value } from './values.ts';

/** Follows statements. */
export abstract class Statements extends Loops {
  /** A value that leaves the body. */
  protected abstract giveBack(value: Value): void;
  protected abstract yieldBack(value: Value): void;
  /** What the body gives, of each `return`; of each `yield return`. */
  protected abstract taken(): TypeRef | null;
  protected abstract yielded(): TypeRef | null;
  protected abstract meetLocalFunction(node: Node): void;

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
        if (value) this.giveBack(this.visit(value, this.taken()));
        this.flow.isDead = true;
        return;
      }
      case 'throw_statement':
        for (const child of namedChildren(node)) this.visit(child);
        this.flow.isDead = true;
        return;
      case 'yield_statement':
        for (const child of namedChildren(node)) this.yieldBack(this.visit(child, this.yielded()));
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

  private declareAndRun(node: Node) {
    for (const child of namedChildren(node)) {
      if (child.type === 'variable_declaration') this.declareIn(child);
      else if (child.type === 'modifier' || child.type === 'comment') continue;
      else if (/_statement$|^block$/.test(child.type)) this.run(child);
      else this.visit(child);
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

  private runSwitch(node: Node) {
    const value = this.patterns.governed(this.visit(field(node, 'value')!));
    const sections = childrenOfType(field(node, 'body')!, 'switch_section');
    const isDefault = (section: Node) => section.children.some((child) => child?.type === 'default');
    const starts = new Map(sections.map((section) => [section.id, this.enterSection(section, value)]));
    const outside = this.flow;
    const outer = this.breaks;
    this.breaks = sections.some(isDefault) ? [] : [outside.copy()];
    let above: Flow[] = [];
    for (const section of sections) {
      above = [...above, ...(starts.get(section.id) ?? []), ...(isDefault(section) ? [outside] : [])];
      if (!namedChildren(section).some(isStatement)) continue;
      this.flow = above.reduce(Flow.join).copy();
      above = [];
      for (const child of namedChildren(section)) if (isStatement(child)) this.run(child);
      if (!this.flow.isDead) this.breaks.push(this.flow.copy());
    }
    const dead = outside.copy();
    dead.isDead = true;
    this.flow = this.breaks.reduce(Flow.join, dead);
    this.breaks = outer;
  }

  /** What holds at each of its labels; behind them goes on what matches none. */
  private enterSection(section: Node, value: Value): Flow[] {
    const matches: Flow[] = [];
    for (const label of namedChildren(section).filter((child) => !isStatement(child) && child.type !== 'comment')) {
      if (label.type === 'when_clause') {
        const otherwise = this.flow;
        this.flow = matches.pop()!;
        const [yes, no] = this.conditions.decide(namedChildren(label)[0]!);
        matches.push(yes);
        this.flow = Flow.join(otherwise, no);
        continue;
      }
      const [yes, no] = this.patterns.match(label, value);
      matches.push(yes);
      this.flow = no;
    }
    return matches;
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

const isStatement = ({ type }: Node) => /_statement$|^block$/.test(type);

const assignedIn = (node: Node): Node[] =>
  node
    .descendantsOfType('assignment_expression')
    .flatMap((one) => (one ? [field(one, 'left')] : []))
    .filter((one): one is Node => one !== null);
