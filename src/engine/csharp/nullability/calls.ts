import type { Node } from 'web-tree-sitter';
import {
  calledName,
  childrenOfType,
  conditionOperand,
  field,
  lambdaParameters,
  lastIdentifier,
  localFunctionAt,
  namedChildren,
  same,
  typeArguments,
} from '../syntax.ts';
import type { Evaluator } from './evaluator.ts';
import {
  collectionParameters,
  elementOf,
  frameworkParameters,
  givesNull,
  leavesArguments,
  sequenceOf,
  takesElement,
  testsText,
} from './framework.ts';
import type { Signature, TypeRef } from './library.ts';
import { before, type Fact, not, unknown } from './null-facts.ts';
import { accepts, configured, fits, taskOf, typeOf } from './overloads.ts';
import { impliedBy } from './patterns.ts';
import { simple, type Value, valued } from './values.ts';

/** Calls: what they are given, and what they give. */
export class Calls {
  constructor(private readonly evaluator: Evaluator) {}

  private get at() {
    return this.evaluator.at;
  }

  visit(node: Node): Value {
    const callee = field(node, 'function');
    const list = field(node, 'arguments');
    const name = callee && calledName(callee);
    if (!callee || !list || !name) return this.evaluator.ofUnread(node);
    const method = lastIdentifier(name).text;
    if (method === 'nameof' && callee.type === 'identifier') return valued(node, not);
    const left = field(callee, 'expression') ?? field(callee, 'condition');
    const receiver = left ? this.evaluator.visit(conditionOperand(left)) : null;
    const isChain = callee.type === 'conditional_access_expression' || receiver?.isChain === true;
    if (method === 'ConfigureAwait' && receiver) return { ...receiver, node, slot: null };
    if (receiver && !isChain) this.evaluator.dereference(receiver, method, true);
    if (receiver?.slot && callee.type === 'conditional_access_expression')
      this.evaluator.flow.set(receiver.slot, before);
    const signatures = this.signatures(callee, method, receiver);
    if (takesElement.test(method)) this.declareLambdas(list, () => elementOf(receiver?.type ?? null));
    this.declareLambdas(list, (index) => configured(signatures, index) ?? this.optionsOf(method, name));
    const given = this.give(list, signatures, method);
    return this.result(node, { method, receiver, isChain, name, signatures, left, given });
  }

  /** `clients.Where(c => …)`, `AddIdentityServer(o => …)`: what the lambda is given. */
  private declareLambdas(list: Node, given: (index: number) => TypeRef | undefined) {
    for (const [index, argument] of childrenOfType(list, 'argument').entries()) {
      const lambda = namedChildren(argument).at(-1);
      const [parameter, ...others] = lambda?.type === 'lambda_expression' ? lambdaParameters(lambda) : [];
      const type = parameter && others.length === 0 ? given(index) : undefined;
      if (parameter && type) this.evaluator.variables.declareParameter(parameter, type);
    }
  }

  /** `Configure<IdentityServerOptions>(o => …)`. */
  private optionsOf(method: string, name: Node): TypeRef | undefined {
    const [options] = /^(Post)?Configure$/.test(method) ? typeArguments(name) : [];
    return options ? this.at.types.ref(options, this.at.unit) : undefined;
  }

  private result(
    node: Node,
    call: {
      method: string;
      receiver: Value | null;
      isChain: boolean;
      name: Node;
      signatures: readonly Signature[];
      left: Node | null;
      given: readonly Value[];
    },
  ): Value {
    const { method, receiver, isChain, signatures } = call;
    const [first, ...others] = signatures;
    const isOne = first && others.every(({ returns }) => returns.name === first.returns.name);
    const label = receiver?.type ? `${simple(receiver.type.name)}.${method}` : method;
    if (isOne) {
      const type = first.returns;
      const fact: Fact = isChain
        ? before
        : /^(Value)?Task$/.test(type.name)
          ? not
          : this.evaluator.given(type, node, label);
      return valued(node, fact, {
        type,
        label,
        isChain,
        ...(isChain && receiver ? { implies: impliedBy(receiver) } : {}),
      });
    }
    const [argument] = typeArguments(call.name);
    const isSetting =
      /^Get(Value)?$/.test(method) && argument && /[cC]onfiguration|GetSection\(/.test(call.left?.text ?? '');
    if (isSetting && this.at.isConfigurationAnnotated)
      return valued(node, before, { type: this.at.types.ref(argument, this.at.unit), label });
    const [only] = call.given;
    if (method === 'FromResult' && only && call.given.length === 1 && /^(Value)?Task$/.test(call.left?.text ?? ''))
      return valued(node, not, {
        type: taskOf(only, argument && this.at.types.ref(argument, this.at.unit)),
        inside: only.leaves,
      });
    const isOwn = this.at.extensions(method).length > 0;
    const lambda = only?.gives;
    const sequence =
      receiver?.type && !isChain && !isOwn
        ? sequenceOf(receiver.type, method, lambda ? typeOf(lambda) : null)
        : undefined;
    if (sequence) return valued(node, not, { type: sequence, label });
    const element = elementOf(receiver?.type ?? null);
    if (element && /^(First|Single|Last|ElementAt)(OrDefault)?$/.test(method))
      return valued(node, isChain || method.endsWith('Default') ? before : this.evaluator.given(element, node, label), {
        type: element,
        isChain,
        label,
      });
    const implied = isChain && receiver ? { implies: impliedBy(receiver) } : {};
    const fact = isChain || (givesNull.test(method) && !method.endsWith('Async')) ? before : unknown;
    return valued(node, fact, { isChain, label, ...implied });
  }

  /** `new T(…) { … }`, `new(…)`. */
  create(node: Node): Value {
    const written = field(node, 'type');
    const made = written ? null : this.at.expressions.typeOf(node, this.at.unit).type;
    const type: TypeRef | null = written
      ? this.at.types.ref(written, this.at.unit)
      : made && made.kind !== 'unknown'
        ? { name: made.name, nulls: 'no', since: 'before', args: [] }
        : null;
    const list = field(node, 'arguments');
    const signatures = type
      ? [
          ...this.at.types.library.constructors(type.name),
          ...this.at.types.constructors(type.name, this.at.unit),
          ...(frameworkParameters(`new ${type.name}`) ?? []),
        ]
      : [];
    if (list) this.give(list, signatures, 'new');
    const initializer = field(node, 'initializer') ?? childrenOfType(node, 'initializer_expression')[0];
    return valued(node, not, { type, members: initializer ? this.initialize(initializer, type) : new Map() });
  }

  /** `: base(…)`, `: this(…)`. */
  initializeBase(node: Node): Value {
    const list = childrenOfType(node, 'argument_list')[0];
    const own = this.evaluator.ownType(node);
    const isThis = node.children.some((child) => child?.type === 'this');
    const type = own && this.at.binder.declared(own.name, this.at.unit);
    const bases =
      type?.kind === 'solution' ? type.declarations.flatMap((one) => this.at.binder.hierarchy.basesOf(one)) : [];
    const name = isThis ? own?.name : bases.map((base) => base.type).find((base) => base.kind !== 'other');
    const called = typeof name === 'string' ? name : name && name.kind !== 'unknown' ? name.name : '';
    const { library } = this.at.types;
    if (list)
      this.give(list, [...library.constructors(called), ...this.at.types.constructors(called, this.at.unit)], 'new');
    return valued(node, not);
  }

  private initialize(initializer: Node, type: TypeRef | null): Map<string, Fact> {
    const members = new Map<string, Fact>();
    for (const item of namedChildren(initializer)) {
      const left = item.type === 'assignment_expression' ? field(item, 'left') : null;
      const right = item.type === 'assignment_expression' ? field(item, 'right') : null;
      if (left?.type !== 'identifier' || !right) {
        if (right) this.evaluator.visit(right);
        else if (item.type !== 'comment') this.addItem(this.evaluator.visit(item), type);
        continue;
      }
      if (right.type === 'initializer_expression') {
        this.initialize(right, (type && this.at.types.property(type, left.text, this.at.unit)) ?? null);
        continue;
      }
      const value = this.evaluator.visit(right);
      const target = type ? this.at.types.property(type, left.text, this.at.unit) : undefined;
      const into = type ? `${simple(type.name)}.${left.text}` : left.text;
      members.set(left.text, target ? this.evaluator.sinks.store(value, target, 'CS8601', into) : value.fact);
    }
    return members;
  }

  /** `x` of `new List<string> { x }`. */
  private addItem(value: Value, type: TypeRef | null) {
    const [taken] = collectionParameters(type, 'Add')?.[0]?.parameters ?? [];
    const isOne = taken && !/Dictionary$/.test(type?.name ?? '');
    if (isOne) this.evaluator.sinks.sink(value, taken.type, 'argument', taken.name);
  }

  /** Whose call it is, as far as it can be told. Empty: it can't. */
  private signatures(callee: Node, method: string, receiver: Value | null): readonly Signature[] {
    const { types, unit, binder } = this.at;
    if (!receiver) {
      const local = callee.type === 'identifier' ? localFunctionAt(callee) : undefined;
      if (local) return [types.signature(local, unit)];
      const own = this.at.expressions.called.single(callee, unit);
      return own ? types.overloads(own, unit) : this.inherited(callee, method);
    }
    const isOwn = this.at.expressions.called.single(callee, unit) !== undefined;
    const framework = isOwn
      ? undefined
      : (frameworkParameters(callee.text) ?? collectionParameters(receiver.type, method));
    if (framework) return framework;
    const type = receiver.type?.name ?? this.staticType(receiver.node);
    if (type && types.library.isType(type)) {
      const found = types.library.methods(type, method);
      if (found.length > 0) return found;
    }
    const own = type ? types.ownMember(type, method, unit) : this.at.expressions.called.single(callee, unit);
    if (own?.kind === 'method') return types.overloads(own, unit);
    const base = type && binder.declared(type, unit).kind === 'solution' ? this.ofBases(type, method) : [];
    if (base.length > 0) return base;
    return this.at.extensions(method).length > 0 ? [] : this.extension(method, receiver);
  }

  /** `Base64Url` of `Base64Url.Decode(…)`. */
  private staticType(node: Node): string | null {
    const { type, origin } = this.at.expressions.typeOf(node, this.at.unit);
    return origin === 'type' && type.kind === 'product' ? type.name : null;
  }

  /** Of the library, called on a class of the solution that derives from it. */
  private ofBases(type: string, method: string): readonly Signature[] {
    const { types, unit, binder } = this.at;
    const found = binder.declared(type, unit);
    if (found.kind !== 'solution') return [];
    for (const base of found.declarations.flatMap((one) => binder.hierarchy.basesOf(one))) {
      if (base.type.kind === 'product') return types.library.methods(base.type.name, method);
      if (base.type.kind === 'solution') return this.ofBases(base.type.name, method);
    }
    return [];
  }

  private inherited(callee: Node, method: string): readonly Signature[] {
    const own = this.at.expressions.enclosing(callee, this.at.unit);
    return own ? this.ofBases(own.name, method) : [];
  }

  private extension(method: string, receiver: Value): readonly Signature[] {
    const written = simple(receiver.type?.name ?? '');
    return this.at.types.library
      .extensions(method)
      .filter(({ parameters: [self] }) => {
        if (!self) return false;
        if (written === self.type.name || (written === 'HttpClient' && self.type.name === 'HttpMessageInvoker'))
          return true;
        if (written !== '') return false;
        const isBuilder = /^(IIdentityServerBuilder|IServiceCollection)$/.test(self.type.name);
        return isBuilder || (/^Http/.test(self.type.name) && this.at.imports(this.at.types.library.extensionsIn));
      })
      .map(({ parameters, returns }) => ({ parameters: parameters.slice(1), returns }));
  }

  /** All arguments are evaluated first, then each meets its parameter. */
  private give(list: Node, signatures: readonly Signature[], method: string): readonly Value[] {
    const given = childrenOfType(list, 'argument').map((node) => {
      const name = field(node, 'name');
      const value = namedChildren(node).findLast((child) => !same(child, name)) ?? node;
      const isWritten = node.children.some((child) => child && /^(ref|out|in)$/.test(child.type));
      return {
        name: name?.text ?? null,
        isWritten,
        value: isWritten ? this.evaluator.ofUnread(value) : this.evaluator.visit(value),
      };
    });
    const fitting = signatures.filter(({ parameters }) => fits(parameters, given) && accepts(parameters, given));
    for (const [index, { name, value, isWritten }] of given.entries()) {
      if (isWritten) continue;
      const targets = fitting.map(({ parameters }) =>
        name === null ? parameters[index] : parameters.find((one) => one.name === name),
      );
      const [target] = targets;
      const isSaid = target && targets.every((one) => one?.type.nulls === target.type.nulls);
      if (isSaid && target.isGuarded)
        this.evaluator.sinks.sink(value, target.type, 'dereference', target.name, 'CS8604');
      else if (isSaid && target.type.nulls === 'no')
        this.evaluator.sinks.sink(value, target.type, 'argument', target.name);
      else if (!(isSaid && target.type.nulls === 'yes') && value.slot && !leavesArguments.test(method))
        this.evaluator.flow.set(value.slot, value.fact.kind === 'not' ? not : unknown);
    }
    return given.map(({ value }) => value);
  }

  /** `x` of `string.IsNullOrEmpty(x)`. */
  textTested(node: Node): Node | undefined {
    const callee = node.type === 'invocation_expression' ? field(node, 'function') : null;
    if (!callee || !testsText.test(callee.text.replace(/\s/g, ''))) return undefined;
    const [argument] = childrenOfType(field(node, 'arguments')!, 'argument');
    return argument ? namedChildren(argument).at(-1) : undefined;
  }
}
