import type { Node } from 'web-tree-sitter';
import { type Binder, variableAt } from '../binder.ts';
import { owningType, typesAround, type Unit, type Variable } from '../declarations.ts';
import type { Expressions } from '../expressions.ts';
import { childrenOfType, conditionOperand, field, lastIdentifier, namedChildren, same } from '../syntax.ts';
import { Calls } from './calls.ts';
import type { DeclaredTypes } from './declared-types.ts';
import { dereferenceOf } from './framework.ts';
import type { TypeRef } from './library.ts';
import { before, type Fact, Flow, joined, not, now, type Slot, unknown } from './null-facts.ts';
import { isText, type NullWarning, simple, type Value, valued } from './values.ts';

export interface Surroundings {
  readonly unit: Unit;
  readonly binder: Binder;
  readonly expressions: Expressions;
  readonly types: DeclaredTypes;
  /** Whether the file imports the namespace. */
  readonly imports: (namespace: string) => boolean;
  /** Own extension methods of that name. */
  readonly extensions: (name: string) => readonly { readonly node: Node; readonly unit: Unit }[];
  /** The configuration of the framework that this project is built with says that its values may be null. */
  readonly isConfigurationAnnotated: boolean;
  /** As with the compiler; `false`: as it is once text is handed on as `x ?? ""`, from which nothing is learnt of `x`. */
  readonly learnsFromText: boolean;
}

/** Follows expressions as the compiler's flow analysis does, and tells where a new null goes where none is taken. */
export abstract class Evaluator {
  flow = Flow.start();
  readonly warnings: NullWarning[] = [];
  protected silent = 0;
  private lambdas = 0;
  private readonly inferred = new Map<Slot, TypeRef | null>();
  private readonly calls: Calls;

  constructor(readonly at: Surroundings) {
    this.calls = new Calls(this);
  }

  protected abstract runLambda(block: Node): void;

  visit(node: Node): Value {
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
        return node.text.endsWith('!') ? { ...inner, node, fact: not, slot: null } : valued(node, not);
      }
      case 'await_expression':
        return this.ofAwait(node);
      case 'member_access_expression':
        return this.ofMember(node);
      case 'conditional_access_expression':
        return this.ofConditionalAccess(node);
      case 'element_access_expression':
        return this.ofElement(node);
      case 'invocation_expression':
        return this.calls.visit(node);
      case 'object_creation_expression':
      case 'implicit_object_creation_expression':
        return this.calls.create(node);
      case 'constructor_initializer':
        return this.calls.initializeBase(node);
      case 'assignment_expression':
        return this.ofAssignment(node);
      case 'binary_expression':
        return this.ofBinary(node);
      case 'is_pattern_expression':
      case 'is_expression':
      case 'prefix_unary_expression':
        return this.joinedCondition(node);
      case 'as_expression':
        this.visit(field(node, 'left')!);
        return valued(node, before, { type: this.at.types.ref(field(node, 'right')!, this.at.unit) });
      case 'conditional_expression':
        return this.ofConditional(node);
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
      case 'query_expression':
      case 'cast_expression':
      case 'declaration_expression':
        return this.ofUnread(node);
      default:
        for (const child of namedChildren(node)) if (!/_literal$|type$|^comment$/.test(child.type)) this.visit(child);
        return valued(node, /_literal$|^interpolated|creation|^with_|^typeof/.test(node.type) ? not : unknown);
    }
  }

  /** What isn't followed: it may test or change whatever it names. */
  ofUnread(node: Node): Value {
    for (const identifier of node.descendantsOfType('identifier')) {
      const variable = identifier && this.variable(identifier);
      if (variable) this.flow.forget(slotOf(variable));
      else if (identifier) this.flow.forget(`this.${identifier.text}`);
    }
    return valued(node);
  }

  private variable(identifier: Node): Variable | undefined {
    return variableAt(identifier.text.replace(/^@/, ''), identifier, this.at.unit, owningType(identifier));
  }

  private ofIdentifier(node: Node): Value {
    const variable = this.variable(node);
    if (variable && variable.kind !== 'primary-parameter') {
      const slot = slotOf(variable);
      const type = this.typeOfVariable(variable, node);
      this.flow.declare(slot, this.declaredFact(variable, type));
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

  private typeOfVariable(variable: Variable, node: Node): TypeRef | null {
    if (variable.type && variable.type.type !== 'implicit_type') return this.at.types.ref(variable.type, this.at.unit);
    const known = this.inferred.get(slotOf(variable));
    if (known) return known;
    const { type } = this.at.expressions.typeOf(node, this.at.unit);
    return type.kind === 'product' || type.kind === 'solution'
      ? { name: type.name, nulls: 'unsaid', since: 'before', args: [] }
      : null;
  }

  private declaredFact({ kind, identifier }: Variable, type: TypeRef | null): Fact {
    if (kind === 'pattern') return identifier.parent?.type === 'declaration_pattern' ? not : unknown;
    if (kind === 'local') return unknown; // not assigned yet
    if (!type) return unknown;
    return type.nulls === 'yes' ? before : /^T([A-Z]|$)/.test(type.name) ? unknown : not;
  }

  /** Of a local, once its declaration is read. */
  declare(variable: Variable, type: TypeRef | null) {
    this.inferred.set(slotOf(variable), type);
    this.flow.declare(slotOf(variable), unknown);
  }

  /** Of a lambda that is given elements of that type. */
  declareParameter(identifier: Node, type: TypeRef) {
    const variable = this.variable(identifier);
    if (!variable || variable.type) return;
    this.inferred.set(slotOf(variable), type);
    this.flow.declare(slotOf(variable), type.nulls === 'yes' ? unknown : not);
  }

  private slotValue(node: Node, slot: Slot, type: TypeRef, owner: string): Value {
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
    return type.since === 'now' ? now({ member: label, node }) : before;
  }

  private ofMember(node: Node): Value {
    const left = field(node, 'expression');
    const name = field(node, 'name');
    if (!left || !name) return valued(node);
    const receiver = this.visit(left);
    const member = lastIdentifier(name).text;
    this.dereference(receiver, member, false);
    const type = receiver.type ? this.at.types.property(receiver.type, member, this.at.unit) : undefined;
    if (!type) return valued(node, unknown, receiver.isChain ? { isChain: true } : {});
    if (receiver.isChain) return valued(node, before, { type, isChain: true });
    const owner = simple(receiver.type!.name);
    if (receiver.slot) return this.slotValue(node, `${receiver.slot}.${member}`, type, owner);
    return valued(node, this.given(type, node, `${owner}.${member}`), { type, label: `${owner}.${member}` });
  }

  /** `x.M`, `x.M()`, `x[0]`, `foreach (… in x)`: `x` is not null from here on. */
  dereference(value: Value, member: string, isCall: boolean) {
    if (value.isChain) return;
    const isOwn =
      isCall &&
      value.type !== null &&
      (this.at.types.library.methods(value.type.name, member).length > 0 ||
        this.at.types.ownMember(value.type.name, member, this.at.unit) !== undefined);
    const code = isOwn ? 'CS8602' : dereferenceOf(value.type, member, isCall);
    const extensions = isCall && !isOwn ? this.at.extensions(member) : [];
    if (extensions.length > 0 || !code) return this.extend(value, extensions);
    if (value.fact.kind === 'maybe' && value.fact.since === 'now')
      this.warn({ code, kind: code === 'CS8602' ? 'dereference' : 'argument', value, target: null, into: member });
    if (value.slot) this.flow.set(value.slot, not);
  }

  /** `x.M()`, where `M` may be an extension method of the solution: then its first parameter says what it takes. */
  private extend(value: Value, extensions: ReturnType<Surroundings['extensions']>) {
    const [first] = extensions.map(({ node, unit }) => this.at.types.signature(node, unit).parameters[0]);
    const isOne = extensions.length === 1 && first;
    if (isOne && first.type.nulls === 'yes') return;
    if (isOne && first.type.nulls === 'no') return this.sink(value, first.type, 'argument', first.name);
    if (value.slot) this.flow.set(value.slot, unknown);
  }

  private ofConditionalAccess(node: Node): Value {
    const condition = field(node, 'condition');
    const binding = childrenOfType(node, 'member_binding_expression')[0];
    if (!condition) return valued(node);
    const receiver = this.visit(conditionOperand(condition));
    if (receiver.slot) this.flow.set(receiver.slot, before);
    const name = binding && field(binding, 'name');
    const type =
      receiver.type && name ? this.at.types.property(receiver.type, lastIdentifier(name).text, this.at.unit) : null;
    return valued(node, before, { type: type ?? null, isChain: true });
  }

  private ofElement(node: Node): Value {
    const left = field(node, 'expression');
    if (!left) return valued(node);
    const receiver = this.visit(left);
    this.dereference(receiver, '[]', false);
    for (const argument of node.descendantsOfType('argument'))
      if (argument) this.visit(namedChildren(argument).at(-1)!);
    const isSetting = /^I?Configuration(Root|Section|Manager)?$/.test(simple(receiver.type?.name ?? ''));
    const isKnown = isSetting || /(^|\.)[cC]onfiguration$/.test(left.text);
    return valued(node, isKnown && this.at.isConfigurationAnnotated ? before : unknown, {
      type: isKnown ? { name: 'string', nulls: 'yes', since: 'before', args: [] } : null,
    });
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
    const value = this.visit(right);
    this.give(value, held, left, operator === '??=');
    return { ...value, slot: null };
  }

  private give(value: Value, { slot, type }: Value, left: Node, isFallback: boolean) {
    const variable = left.type === 'identifier' ? this.variable(left) : undefined;
    const isInferred = variable?.kind === 'local' && !variable.type;
    const target = type && !isInferred && !(variable && variable.kind === 'foreach') ? type : null;
    const kept = target ? this.store(value, target, variable ? 'CS8600' : 'CS8601', left.text) : value.fact;
    if (!slot) return;
    if (isFallback) this.flow.set(slot, joined(not, kept));
    else this.keep(slot, kept, value);
  }

  /** What a slot holds once the value is in it. */
  keep(slot: Slot, fact: Fact, value: Value) {
    this.flow.assign(slot, fact, value.slot);
    for (const [member, known] of value.members ?? []) this.flow.set(`${slot}.${member}`, known);
  }

  /** A value that goes into a variable or member, and what is known of it there. */
  store(value: Value, target: TypeRef, code: string, into: string): Fact {
    const isWarned = this.sink(value, target, 'assignment', into, value.isNull && code !== 'CS8600' ? 'CS8625' : code);
    return isWarned && isText(target) && !this.at.learnsFromText ? not : value.fact;
  }

  /** A value that goes where none or any is taken; true where the compiler says something new. */
  sink(value: Value, target: TypeRef, kind: NullWarning['kind'], into: string, code = codeOf(kind, value)): boolean {
    const { fact, slot } = value;
    if (target.nulls !== 'no' || fact.kind !== 'maybe') return false;
    const isNew = fact.since === 'now' || target.since === 'now';
    if (isNew) this.warn({ code, kind, value, target, into });
    const isKeptNull = isNew && !this.at.learnsFromText && isText(value.type ?? target);
    if (kind === 'argument' && slot && !isKeptNull) this.flow.set(slot, not);
    return isNew;
  }

  private warn(said: { code: string; kind: NullWarning['kind']; value: Value; target: TypeRef | null; into: string }) {
    const { value, ...rest } = said;
    if (this.silent > 0 || this.flow.isDead || value.fact.kind !== 'maybe') return;
    this.warnings.push({
      ...rest,
      node: value.node,
      leaves: value.leaves,
      origin: value.fact.origin,
      isNull: value.isNull === true,
      valueType: value.type,
      isInLambda: this.lambdas > 0,
    });
  }

  private ofBinary(node: Node): Value {
    const operator = operatorOf(node);
    const left = field(node, 'left');
    const right = field(node, 'right');
    if (!left || !right) return this.ofUnread(node);
    if (operator !== '??') {
      if (['&&', '||', '==', '!='].includes(operator)) return this.joinedCondition(node);
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

  private joinedCondition(node: Node): Value {
    const [yes, no] = this.decide(node);
    this.flow = Flow.join(yes, no);
    return valued(node, not);
  }

  private ofConditional(node: Node): Value {
    const [condition, yes, no] = ['condition', 'consequence', 'alternative'].map((name) => field(node, name));
    if (!condition || !yes || !no) return this.ofUnread(node);
    const [whenTrue, whenFalse] = this.decide(condition);
    this.flow = whenTrue;
    const a = this.visit(yes);
    const after = this.flow;
    this.flow = whenFalse;
    const b = this.visit(no);
    const facts = after.isDead ? b.fact : this.flow.isDead ? a.fact : joined(a.fact, b.fact);
    this.flow = Flow.join(after, this.flow);
    const leaves = [a, b].filter(({ fact }) => fact.kind === 'maybe').flatMap((one) => one.leaves);
    return valued(node, facts, { type: a.type ?? b.type, leaves });
  }

  private ofLambda(node: Node): Value {
    const body = field(node, 'body') ?? childrenOfType(node, 'block')[0];
    const outside = this.flow.copy();
    if (body?.type === 'block') this.runLambda(body);
    else if (body) {
      this.lambdas++;
      this.visit(body);
      this.lambdas--;
    }
    this.flow = outside;
    return valued(node, not);
  }

  /** What holds where the condition is true, and where it is false. */
  decide(node: Node): [Flow, Flow] {
    const both = (): [Flow, Flow] => [this.flow.copy(), this.flow.copy()];
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
    if (tested) return this.nullOr(this.visit(tested));
    if (node.type === 'is_expression' || node.type === 'prefix_unary_expression') this.ofUnread(node);
    else this.visit(node);
    return both();
  }

  private both(operator: string, first: () => [Flow, Flow], second: Node): [Flow, Flow] {
    const [yes, no] = first();
    this.flow = operator === '&&' ? yes : no;
    const [secondYes, secondNo] = this.decide(second);
    return operator === '&&' ? [secondYes, Flow.join(no, secondNo)] : [Flow.join(yes, secondYes), secondNo];
  }

  private nullOr({ slot }: Value): [Flow, Flow] {
    const [isNull, isNot] = [this.flow.copy(), this.flow.copy()];
    if (slot) isNull.set(slot, before);
    if (slot) isNot.set(slot, not);
    return [isNull, isNot];
  }

  private compared(left: Node, right: Node): [Flow, Flow] {
    const a = this.visit(left);
    const b = this.visit(right);
    if (b.isNull) return this.nullOr(a);
    if (a.isNull) return this.nullOr(b);
    const [equal, other] = [this.flow.copy(), this.flow.copy()];
    for (const [one, against] of [
      [a, b],
      [b, a],
    ] as const)
      if (one.slot && one.fact.kind !== 'not') equal.set(one.slot, against.fact.kind === 'not' ? not : unknown);
    return [equal, other];
  }

  /** `x is { } y`: `y` is what `x` is, and not null. */
  private declareMatched(pattern: Node, { type }: Value) {
    const name = pattern.type === 'recursive_pattern' && !field(pattern, 'type') ? field(pattern, 'name') : null;
    const isEmpty = childrenOfType(pattern, 'property_pattern_clause').every((clause) => clause.namedChildCount === 0);
    const variable = name && isEmpty && type ? this.variable(name) : undefined;
    if (!variable) return;
    this.inferred.set(slotOf(variable), type);
    this.flow.set(slotOf(variable), not);
  }

  /** `x is null || y` comes from the grammar as `x is (null || y)`. */
  private matched(node: Node): [Flow, Flow] {
    const value = this.visit(field(node, 'expression')!);
    const pattern = field(node, 'pattern')!;
    const negated = pattern.type === 'negated_pattern';
    const inner = negated ? namedChildren(pattern)[0]! : pattern;
    const constant = inner.type === 'constant_pattern' ? namedChildren(inner)[0] : undefined;
    const swap = ([a, b]: [Flow, Flow]): [Flow, Flow] => (negated ? [b, a] : [a, b]);
    if (constant?.type === 'null_literal') return swap(this.nullOr(value));
    if (constant?.type === 'binary_expression' && field(constant, 'left')?.type === 'null_literal') {
      const operator = operatorOf(constant);
      if (operator === '&&' || operator === '||')
        return this.both(operator, () => swap(this.nullOr(value)), field(constant, 'right')!);
    }
    this.ofUnread(pattern);
    this.declareMatched(inner, value);
    const isObject = /^(recursive|declaration|type)_pattern$/.test(inner.type);
    const [yes, no] = [this.flow.copy(), this.flow.copy()];
    if (!value.slot) return [yes, no];
    yes.forget(value.slot);
    no.forget(value.slot);
    if (isObject) (negated ? no : yes).set(value.slot, not);
    return [yes, no];
  }
}

export const slotOf = ({ identifier }: Variable): Slot => `v${identifier.startIndex}`;

export const operatorOf = (node: Node) => {
  const left = field(node, 'left');
  return node.children.find((child) => child && !child.isNamed && !same(child, left))?.type ?? '';
};

function codeOf(kind: NullWarning['kind'], { isNull }: Value): string {
  if (kind === 'return') return 'CS8603';
  if (isNull) return 'CS8625';
  return kind === 'argument' ? 'CS8604' : 'CS8601';
}
