import type { Node } from 'web-tree-sitter';
import { typesAround } from '../declarations.ts';
import { childrenOfType, field, lastIdentifier, namedChildren } from '../syntax.ts';
import { Access } from './access.ts';
import { Calls } from './calls.ts';
import { Choices } from './choices.ts';
import { Conditions, operatorOf } from './conditions.ts';
import { Creations } from './creations.ts';
import { Elements } from './elements.ts';
import type { TypeRef } from './library.ts';
import { before, type Fact, Flow, joined, not, now, type Slot, unknown } from './null-facts.ts';
import { impliedBy, Patterns } from './patterns.ts';
import { Sinks } from './sinks.ts';
import type { Surroundings } from './surroundings.ts';
import { isText, simple, text, type Value, valued } from './values.ts';
import { slotOf, Variables } from './variables.ts';

/** Follows expressions as the compiler's flow analysis does, and tells where a new null goes where none is taken. */
export abstract class Evaluator {
  flow = Flow.start();
  /** What a `new(…)` or `[…]` is, by its node, where it goes into something. */
  readonly expected = new Map<number, TypeRef>();
  readonly variables = new Variables(this);
  readonly sinks = new Sinks(this);
  protected readonly patterns = new Patterns(this);
  private readonly calls = new Calls(this);
  private readonly creations = new Creations(this, this.calls.given);
  readonly access = new Access(this);
  protected readonly conditions = new Conditions(this, this.calls, this.patterns);
  private readonly choices = new Choices(this, this.conditions, this.patterns);
  protected readonly elements = new Elements(this);

  constructor(readonly at: Surroundings) {}

  protected abstract runLambda(block: Node): void;

  /** `into`: the type of what the value goes into, which a `new(…)` or `[…]` is of. */
  visit(node: Node, into?: TypeRef | null): Value {
    if (into) this.expected.set(node.id, into);
    switch (node.type) {
      case 'identifier':
        return this.ofIdentifier(node);
      case 'this':
      case 'base':
        return valued(node, not, { slot: 'this', type: this.ownType(node) });
      case 'parenthesized_expression':
      case 'checked_expression':
        return { ...this.visit(namedChildren(node)[0] ?? node), isChain: false };
      case 'postfix_unary_expression': {
        const inner = this.visit(namedChildren(node)[0]!);
        return node.text.endsWith('!')
          ? { ...inner, node, fact: not, slot: null, implies: impliedBy(inner) }
          : valued(node, not);
      }
      case 'await_expression':
        return this.ofAwait(node);
      case 'member_access_expression':
        return this.access.member(node);
      case 'conditional_access_expression':
        return this.access.conditional(node);
      case 'element_access_expression':
        return this.elements.visit(node);
      case 'invocation_expression':
        return this.calls.visit(node);
      case 'object_creation_expression':
      case 'implicit_object_creation_expression':
        return this.creations.create(node);
      case 'constructor_initializer':
        return this.creations.initializeBase(node);
      case 'assignment_expression':
        return this.ofAssignment(node);
      case 'binary_expression':
        return this.ofBinary(node);
      case 'is_pattern_expression':
      case 'is_expression':
      case 'prefix_unary_expression':
        return this.conditions.visit(node);
      case 'as_expression':
        this.visit(field(node, 'left')!);
        return valued(node, before, { type: this.at.types.ref(field(node, 'right')!, this.at.unit) });
      case 'conditional_expression':
        return this.choices.conditional(node);
      case 'lambda_expression':
      case 'anonymous_method_expression':
        return this.ofLambda(node);
      case 'throw_expression':
        for (const child of namedChildren(node)) this.visit(child);
        this.flow.isDead = true;
        return valued(node, not);
      case 'null_literal':
      case 'default_expression':
        return valued(node, before, { isNull: true });
      case 'switch_expression':
        return this.choices.switched(node);
      case 'query_expression':
      case 'array_creation_expression': {
        const [written, initializer] = [field(node, 'type'), childrenOfType(node, 'initializer_expression')[0]];
        const type = written && this.at.types.ref(written, this.at.unit);
        if (initializer && type) this.elements.fill(initializer, type, type.name);
        return valued(node, not, { type });
      }
      case 'implicit_array_creation_expression':
        return this.elements.array(node);
      case 'collection_expression':
        return this.elements.collection(node);
      case 'cast_expression':
        return this.ofCast(node);
      case 'declaration_expression':
        return this.ofUnread(node);
      default:
        for (const child of namedChildren(node)) if (!/_literal$|type$|^comment$/.test(child.type)) this.visit(child);
        return valued(
          node,
          /_literal$|^interpolated|creation|^with_|^typeof/.test(node.type) ? not : unknown,
          /string/.test(node.type) ? { type: text } : {},
        );
    }
  }

  /** What isn't followed: it may test or change whatever it names. */
  ofUnread(node: Node): Value {
    for (const identifier of node.descendantsOfType('identifier')) {
      const variable = identifier && this.variables.named(identifier);
      if (variable) this.flow.forget(slotOf(variable));
      else if (identifier) this.flow.forget(`this.${identifier.text}`);
    }
    return valued(node);
  }

  private ofIdentifier(node: Node): Value {
    const variable = this.variables.named(node);
    if (variable && variable.kind !== 'primary-parameter') {
      const slot = slotOf(variable);
      const type = this.variables.typeOf(variable, node);
      this.flow.declare(slot, this.variables.declaredFact(variable, type));
      return this.read(node, slot, type);
    }
    const name = node.text.replace(/^@/, '');
    const own = this.ownType(node);
    const type = own && this.at.types.property(own, name, this.at.unit);
    return type ? this.slotValue(node, `this.${name}`, type, simple(own.name)) : valued(node);
  }

  ownType(node: Node): TypeRef | null {
    const [own] = typesAround(this.at.unit, node.startIndex);
    return own ? { name: own.name, nulls: 'no', since: 'before', args: [] } : null;
  }

  slotValue(node: Node, slot: Slot, type: TypeRef, owner: string): Value {
    const member = `${owner}.${lastIdentifier(node).text}`;
    const isNew = type.since === 'now';
    this.flow.declare(slot, type.nulls === 'yes' ? (isNew ? now({ member, node }) : before) : not);
    return { ...this.read(node, slot, type), label: member };
  }

  private read = (node: Node, slot: Slot, type: TypeRef | null): Value =>
    valued(node, this.flow.of(slot), { slot, type });

  private ofAwait(node: Node): Value {
    const inner = this.visit(namedChildren(node)[0] ?? node);
    const type = inner.type && /^(Value)?Task$/.test(inner.type.name) ? (inner.type.args[0] ?? null) : null;
    const fact = inner.isChain ? before : type ? this.given(type, node, inner.label) : unknown;
    return valued(node, fact, { type, ...(inner.label ? { label: inner.label } : {}) });
  }

  /** The state of what a call gives. */
  given(type: TypeRef, node: Node, label = ''): Fact {
    if (type.nulls !== 'yes') return type.nulls === 'no' ? not : unknown;
    return type.since === 'now' ? now({ member: type.member ?? label, node }) : before;
  }

  private ofAssignment(node: Node): Value {
    const left = field(node, 'left');
    const right = field(node, 'right');
    if (!left || !right) return this.ofUnread(node);
    const operator = node.children.find((child) => child && /=$/.test(child.type))?.type;
    if (operator !== '=' && operator !== '??=') {
      this.visit(left);
      return this.visit(right);
    }
    if (left.type === 'tuple_expression') {
      this.visit(right);
      return this.ofUnread(left);
    }
    const held = this.visit(left);
    const value = this.visit(right, held.type);
    this.give(value, held, left, operator === '??=');
    return { ...value, slot: held.slot, implies: impliedBy(value) };
  }

  private give(value: Value, { slot, type }: Value, left: Node, isFallback: boolean) {
    const variable = left.type === 'identifier' ? this.variables.named(left) : undefined;
    const isInferred = variable?.kind === 'local' && !variable.type;
    const target = type && !isInferred && !(variable && variable.kind === 'foreach') ? type : null;
    const kept = target ? this.sinks.store(value, target, variable ? 'CS8600' : 'CS8601', left.text) : value.fact;
    if (!slot) return;
    if (isFallback) this.flow.set(slot, joined(not, kept));
    else this.keep(slot, kept, value);
  }

  /** What a slot holds once the value is in it. */
  keep(slot: Slot, fact: Fact, value: Value) {
    this.flow.assign(slot, fact, value.slot);
    for (const [member, known] of value.members ?? []) this.flow.set(`${slot}.${member}`, known);
  }

  private ofBinary(node: Node): Value {
    const operator = operatorOf(node);
    const left = field(node, 'left');
    const right = field(node, 'right');
    if (!left || !right) return this.ofUnread(node);
    if (operator !== '??') {
      if (['&&', '||', '==', '!='].includes(operator)) return this.conditions.visit(node);
      this.visit(left);
      this.visit(right);
      return valued(node, not);
    }
    const value = this.visit(left);
    if (right.type === 'throw_expression') {
      const { isDead } = this.flow;
      this.visit(right);
      this.flow.isDead = isDead;
      if (value.slot) this.flow.set(value.slot, not);
      return valued(node, not, { type: value.type });
    }
    const known = this.flow.copy();
    const other = this.visit(right);
    this.flow = Flow.join(known, this.flow);
    if (value.slot) this.flow.set(value.slot, before);
    return valued(node, other.fact, { type: value.type, leaves: other.leaves });
  }

  /** Of what is a reference as far as it can be told. */
  private ofCast(node: Node): Value {
    const [written, operand] = [field(node, 'type'), field(node, 'value')];
    if (!written || !operand) return this.ofUnread(node);
    const value = this.visit(operand);
    const type = this.at.types.ref(written, this.at.unit);
    const isReference = isText(type) || type.name === 'object' || type.name === value.type?.name;
    if (!isReference) return valued(node, value.fact.kind === 'not' ? not : unknown, { type });
    const fact = this.sinks.store({ ...value, node }, type, 'CS8600', type.name);
    return { ...value, node, type, fact };
  }

  private ofLambda(node: Node): Value {
    const body = field(node, 'body') ?? childrenOfType(node, 'block')[0];
    const outside = this.flow.copy();
    if (body?.type === 'block') this.runLambda(body);
    const gives = body && body.type !== 'block' ? this.sinks.inLambda(() => this.visit(body)) : undefined;
    this.flow = outside;
    return valued(node, not, gives ? { gives } : {});
  }
}
