import type { Node } from 'web-tree-sitter';
import {
  calledName,
  childrenOfType,
  conditionOperand,
  field,
  lambdaParameters,
  lastIdentifier,
  namedChildren,
  typeArguments,
} from '../syntax.ts';
import { Arguments } from './arguments.ts';
import { Callees } from './callees.ts';
import type { Evaluator } from './evaluator.ts';
import { givesNull, makesText, testsText } from './framework.ts';
import type { Signature, TypeRef } from './library.ts';
import { before, type Fact, not, unknown } from './null-facts.ts';
import { configured, taskOf, typeOf } from './overloads.ts';
import { impliedBy } from './patterns.ts';
import { elementOf, sequenceOf, takesElement } from './sequences.ts';
import { isText, simple, text, type Value, valued } from './values.ts';

/** Calls: what they are given, and what they give. */
export class Calls {
  private readonly callees: Callees;
  readonly given: Arguments;

  constructor(private readonly evaluator: Evaluator) {
    this.callees = new Callees(evaluator);
    this.given = new Arguments(evaluator);
  }

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
    if (receiver && !isChain) this.evaluator.access.dereference(receiver, method, true);
    if (receiver?.slot && callee.type === 'conditional_access_expression')
      this.evaluator.flow.set(receiver.slot, before);
    const signatures = this.callees.of(callee, method, receiver);
    if (takesElement.test(method)) this.declareLambdas(list, () => elementOf(receiver?.type ?? null));
    this.declareLambdas(list, (index) => configured(signatures, index) ?? this.optionsOf(method, name));
    const given = this.given.give(list, signatures, method);
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
    if (makesText(field(node, 'function')?.text ?? '', receiver?.type ?? null, method))
      return valued(node, isChain ? before : not, {
        type: text,
        isChain,
        ...(isChain && receiver ? { implies: impliedBy(receiver) } : {}),
      });
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
    const written = argument && this.at.types.ref(argument, this.at.unit);
    if (method === 'FromResult' && only && call.given.length === 1 && /^(Value)?Task$/.test(call.left?.text ?? '')) {
      if (written) this.evaluator.sinks.sink(only, written, 'return', '', only.isNull ? 'CS8625' : 'CS8604');
      return valued(node, not, {
        type: taskOf(only, written),
        inside: only.leaves,
      });
    }
    const isOwn = this.at.extensions(method).length > 0;
    const lambda = only?.gives;
    const sequence =
      receiver?.type && !isChain && !isOwn
        ? sequenceOf(receiver.type, method, lambda ? typeOf(lambda) : null)
        : undefined;
    if (sequence) return valued(node, not, { type: sequence, label, ...insideOf(method, receiver, lambda) });
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

  /** `x` of `string.IsNullOrEmpty(x)`. */
  textTested(node: Node): Node | undefined {
    const callee = node.type === 'invocation_expression' ? field(node, 'function') : null;
    if (!callee || !testsText.test(callee.text.replace(/\s/g, ''))) return undefined;
    const [argument] = childrenOfType(field(node, 'arguments')!, 'argument');
    return argument ? namedChildren(argument).at(-1) : undefined;
  }
}

/** What in a sequence may be null: text that is picked, or what was picked before. */
function insideOf(method: string, receiver: Value | null, lambda: Value | undefined): Partial<Value> {
  const inside = method === 'Select' ? (isText(lambda?.type ?? null) ? lambda?.leaves : undefined) : receiver?.inside;
  return inside ? { inside } : {};
}
