import type { Node } from 'web-tree-sitter';
import { variableAt } from '../binder.ts';
import { owningType } from '../declarations.ts';
import { childrenOfType, field, namedChildren, same } from '../syntax.ts';
import { Evaluator } from './evaluator.ts';
import { Flow } from './null-facts.ts';
import { elementOf } from './sequences.ts';
import { valued } from './values.ts';
import { slotOf } from './variables.ts';

/** A statement that can't be followed: nothing is said of the whole body. */
export class NotFollowed extends Error {}

/** Follows loops, and the declarations that they start with. */
export abstract class Loops extends Evaluator {
  protected breaks: Flow[] = [];
  protected continues: Flow[] = [];

  abstract run(node: Node): void;

  /** A body inside of this one: what leaves its loops stays in it. */
  protected apart(run: () => void) {
    const outer = [this.breaks, this.continues] as const;
    [this.breaks, this.continues] = [[], []];
    run();
    [this.breaks, this.continues] = outer;
  }

  protected leave(to: Flow[]) {
    to.push(this.flow.copy());
    this.flow.isDead = true;
  }

  protected declareIn(declaration: Node) {
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
      if (initial.type === 'initializer_expression' && type) {
        this.elements.fill(initial, type, name.text);
        continue;
      }
      const value = this.visit(initial, type);
      this.variables.declare(variable, type ?? value.type);
      this.keep(slotOf(variable), type ? this.sinks.store(value, type, 'CS8600', name.text) : value.fact, value);
    }
  }

  /** Round it silently until nothing changes any more, then once aloud. */
  protected loop(enter: () => Flow, body: Node | null, update: (() => void) | null, isRunFirst = false) {
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
  protected entering(condition: Node | null): Flow {
    if (!condition) {
      const never = this.flow.copy();
      never.isDead = true;
      return never;
    }
    const [yes, no] = this.conditions.decide(condition);
    this.flow = yes;
    return no;
  }

  protected runDo(node: Node) {
    this.loop(() => this.entering(field(node, 'condition')), field(node, 'body'), null, true);
  }

  protected runFor(node: Node) {
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

  protected runForeach(node: Node) {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (!right) throw new NotFollowed(node.type);
    const sequence = this.visit(right);
    this.access.dereference(sequence, 'GetEnumerator', false);
    const variable =
      left?.type === 'identifier' ? variableAt(left.text, left, this.at.unit, owningType(left)) : undefined;
    const element = elementOf(sequence.type);
    if (variable && !variable.type) this.variables.declare(variable, element ?? null);
    const written = field(node, 'type');
    const isWritten = written && written.type !== 'implicit_type' && left && element;
    if (isWritten)
      this.sinks.store(
        valued(left, this.given(element, left), { type: element, leaves: [] }),
        this.at.types.ref(written, this.at.unit),
        'CS8600',
        left.text,
      );
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
}
