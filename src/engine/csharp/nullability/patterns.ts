import type { Node } from 'web-tree-sitter';
import { childrenOfType, field, lastIdentifier, namedChildren } from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { before, Flow, not, type Slot, unknown } from './null-facts.ts';
import { simple, type Value, valued } from './values.ts';
import { slotOf } from './variables.ts';

/** Patterns: what holds where a value matches, and where it doesn't. */
export class Patterns {
  constructor(private readonly evaluator: Evaluator) {}

  match(pattern: Node, value: Value): [Flow, Flow] {
    switch (pattern.type) {
      case 'negated_pattern': {
        const [yes, no] = this.match(namedChildren(pattern)[0]!, value);
        return [no, yes];
      }
      case 'parenthesized_pattern':
        return this.match(namedChildren(pattern)[0]!, value);
      case 'or_pattern':
      case 'and_pattern':
        return this.matchBoth(pattern, value);
      case 'discard':
        return this.always();
      case 'constant_pattern':
        if (namedChildren(pattern)[0]?.type === 'null_literal') return this.nullOr(value);
        return this.found(value);
      case 'relational_pattern':
      case 'type_pattern':
        return this.found(value);
      case 'declaration_pattern':
        return this.declared(pattern, value);
      case 'recursive_pattern':
        return this.recursive(pattern, value);
      default:
        this.evaluator.ofUnread(pattern);
        return this.unknown(value);
    }
  }

  /** What one pattern after the other is held against: it is remembered what they found of it. */
  governed(value: Value): Value {
    if (value.slot) return value;
    const slot = `s${value.node.startIndex}`;
    this.evaluator.flow.assign(slot, value.fact, null);
    return { ...value, slot };
  }

  /** Where the value is null, and where it isn't. */
  nullOr(value: Value): [Flow, Flow] {
    const isNull = this.evaluator.flow.copy();
    const isNot = this.evaluator.flow.copy();
    if (value.slot) isNull.set(value.slot, before);
    for (const slot of impliedBy(value)) isNot.set(slot, not);
    return [isNull, isNot];
  }

  private matchBoth(pattern: Node, value: Value): [Flow, Flow] {
    const [left, right] = [field(pattern, 'left'), field(pattern, 'right')];
    if (!left || !right) return this.unknown(value);
    const [yes, no] = this.match(left, value);
    const isOr = pattern.type === 'or_pattern';
    this.evaluator.flow = isOr ? no : yes;
    const [alsoYes, alsoNo] = this.match(right, value);
    return isOr ? [Flow.join(yes, alsoYes), alsoNo] : [alsoYes, Flow.join(no, alsoNo)];
  }

  private always(): [Flow, Flow] {
    const never = this.evaluator.flow.copy();
    never.isDead = true;
    return [this.evaluator.flow.copy(), never];
  }

  private unknown({ slot }: Value): [Flow, Flow] {
    const [yes, no] = [this.evaluator.flow.copy(), this.evaluator.flow.copy()];
    if (slot) for (const flow of [yes, no]) flow.forget(slot);
    return [yes, no];
  }

  /** It is not null where it matches; where it doesn't, it may have been tested for null. */
  private found(value: Value): [Flow, Flow] {
    const [yes, no] = [this.evaluator.flow.copy(), this.evaluator.flow.copy()];
    for (const slot of impliedBy(value)) {
      yes.set(slot, not);
      if (no.of(slot).kind !== 'not') no.set(slot, unknown);
    }
    return [yes, no];
  }

  private declared(pattern: Node, value: Value): [Flow, Flow] {
    const isVar = field(pattern, 'type')?.type === 'implicit_type';
    const [yes, no] = isVar ? this.always() : this.found(value);
    const fact = value.slot ? yes.of(value.slot) : value.fact;
    if (isVar) this.declare(field(pattern, 'name'), value, yes, fact);
    return [yes, no];
  }

  private recursive(pattern: Node, value: Value): [Flow, Flow] {
    const [yes, no] = this.found(value);
    const named = field(pattern, 'type') ? null : this.declare(field(pattern, 'name'), value, yes, not);
    for (const clause of childrenOfType(pattern, 'property_pattern_clause'))
      for (const part of childrenOfType(clause, 'subpattern'))
        for (const slot of new Set([value.slot, named])) this.part(part, { ...value, slot }, yes, no);
    for (const clause of childrenOfType(pattern, 'positional_pattern_clause')) this.evaluator.ofUnread(clause);
    return [yes, no];
  }

  /** `A.B: { }` of `{ A.B: { } }`. */
  private part(part: Node, { slot, type }: Value, yes: Flow, no: Flow) {
    const [path, pattern] = namedChildren(part);
    if (!path || !pattern) return;
    for (const name of pattern.descendantsOfType('identifier')) if (name) this.evaluator.ofUnread(name);
    if (!slot) return;
    const names = path.text.split('.').map((name) => name.trim());
    for (const [index] of names.entries()) {
      const inner = `${slot}.${names.slice(0, index + 1).join('.')}`;
      const isNot = index < names.length - 1 || isNeverNull(pattern);
      yes.forget(inner);
      if (isNot) yes.set(inner, not);
      no.forget(inner);
    }
    const [name, ...more] = names;
    const member =
      type && name && more.length === 0 ? this.evaluator.at.types.property(type, name, this.evaluator.at.unit) : null;
    if (!member || !/^(recursive|declaration)_pattern$/.test(pattern.type)) return;
    const written = field(pattern, 'type');
    if (written && written.type !== 'implicit_type') return;
    const fact = written ? this.evaluator.given(member, path, `${simple(type!.name)}.${name}`) : not;
    this.declare(field(pattern, 'name'), valued(path, fact, { slot: `${slot}.${name}`, type: member }), yes, fact);
  }

  /** `y` of `x is { } y`: what `x` is. */
  private declare(name: Node | null, value: Value, yes: Flow, fact: Value['fact']): Slot | null {
    const variable = name && value.type ? this.evaluator.variables.named(lastIdentifier(name)) : undefined;
    if (!variable) return null;
    this.evaluator.variables.infer(variable, value.type);
    yes.assign(slotOf(variable), fact, value.slot);
    return slotOf(variable);
  }
}

/** What is not null once the value isn't. */
export const impliedBy = ({ slot, implies }: Value): readonly Slot[] => [...(slot ? [slot] : []), ...(implies ?? [])];

const isNeverNull = (pattern: Node): boolean =>
  pattern.type === 'negated_pattern'
    ? namedChildren(pattern)[0]?.text === 'null'
    : /^(recursive|relational|type)_pattern$/.test(pattern.type) ||
      (pattern.type === 'declaration_pattern' && field(pattern, 'type')?.type !== 'implicit_type') ||
      (pattern.type === 'constant_pattern' && pattern.text !== 'null');
