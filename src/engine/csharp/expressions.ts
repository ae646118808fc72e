import type { Node } from 'web-tree-sitter';
import { type Binder, type Member, type Type, unknown, variableAt } from './binder.ts';
import { owningType, type TypeDeclarationNode, typesAround, type Unit, type Variable } from './declarations.ts';
import type { ReceiverOrigin } from './index-types.ts';
import {
  ancestor,
  ancestors,
  childrenOfType,
  field,
  isTypeDeclaration,
  lastIdentifier,
  localFunctionAt,
  namedChildren,
  same,
  typeArguments,
  unwrapped,
} from './syntax.ts';

/** What an expression is: its type, how it came to be that, and where that type is named in the code. */
export interface Typed {
  readonly type: Type;
  readonly origin: ReceiverOrigin;
  /** The nodes that name the type: retyping them all retypes the expression. */
  readonly namedAt: readonly { readonly node: Node; readonly unit: Unit }[];
  readonly variable?: Variable;
  readonly member?: Member;
}

const notTold = (why: string): Typed => ({ type: unknown(why), origin: 'expression', namedAt: [] });

/** Methods of the framework whose type argument is what they give. */
const resolvers = [
  'GetRequiredService',
  'GetService',
  'GetRequiredKeyedService',
  'GetKeyedService',
  'CreateInstance',
  'GetServiceOrCreateInstance',
  'GetInstance',
  'Resolve',
];

/** Types of expressions, as far as the solution's own code says them. */
export class Expressions {
  constructor(private readonly binder: Binder) {}

  typeOf(expression: Node, unit: Unit, depth = 0): Typed {
    if (depth > 24) return notTold('a chain too long to follow');
    const node = unwrapped(expression);
    const follow = (next: Node | null | undefined) =>
      next ? this.typeOf(next, unit, depth + 1) : notTold('nothing there');
    switch (node.type) {
      case 'this':
      case 'base':
        return this.ofOwnType(node, unit);
      case 'identifier':
        return this.ofIdentifier(node, unit, depth);
      case 'generic_name':
      case 'qualified_name':
      case 'alias_qualified_name':
      case 'predefined_type':
        return { type: this.binder.typeNamed(node, unit), origin: 'type', namedAt: [{ node, unit }] };
      case 'member_access_expression':
        return this.ofMemberAccess(node, unit, depth);
      case 'conditional_access_expression':
        return this.ofConditionalAccess(node, unit, depth);
      case 'invocation_expression':
        return this.ofInvocation(node, unit, depth);
      case 'object_creation_expression':
        return this.named(field(node, 'type'), unit, 'new');
      case 'implicit_object_creation_expression':
        return this.ofTargetType(node, unit, depth);
      case 'cast_expression':
        return this.named(field(node, 'type'), unit, 'expression');
      case 'as_expression':
        return this.named(field(node, 'right'), unit, 'expression');
      case 'await_expression':
        return this.awaited(follow(namedChildren(node)[0]));
      case 'conditional_expression':
        return follow(field(node, 'consequence'));
      case 'assignment_expression':
        return follow(field(node, 'left'));
      case 'binary_expression':
        return node.children.some((child) => child?.type === '??')
          ? follow(field(node, 'left'))
          : notTold('a computed value');
      case 'checked_expression':
        return follow(namedChildren(node)[0]);
      default:
        return node.type.endsWith('_literal') || node.type === 'interpolated_string_expression'
          ? { type: { kind: 'other', name: node.type, args: [] }, origin: 'expression', namedAt: [] }
          : notTold(`${node.type.replaceAll('_', ' ')} is not followed`);
    }
  }

  /** The type of a variable, declared or inferred. */
  ofVariable(variable: Variable, unit: Unit, depth = 0): Typed {
    const origin: ReceiverOrigin = variable.kind.endsWith('parameter') ? 'parameter' : 'local';
    if (variable.type) return { ...this.named(variable.type, unit, origin), variable };
    if (variable.kind === 'lambda-parameter') return { ...this.ofLambdaParameter(variable, unit), variable };
    if (!variable.initializer) return notTold(`the type of ${variable.name} is inferred`);
    const value = this.typeOf(variable.initializer, unit, depth + 1);
    if (variable.kind === 'foreach') {
      const [element] = value.type.kind === 'other' ? value.type.args : [];
      return element
        ? { type: element, origin: 'local', namedAt: [], variable }
        : notTold(`the type of ${variable.name} is inferred`);
    }
    return {
      ...value,
      origin: value.origin === 'resolved' || value.origin === 'new' ? value.origin : 'local',
      variable,
    };
  }

  /** The type that declares the code at this node, with the members it has. */
  enclosing(node: Node, unit: Unit): TypeDeclarationNode | undefined {
    return typesAround(unit, node.startIndex)[0];
  }

  private named(node: Node | null, unit: Unit, origin: ReceiverOrigin): Typed {
    return node
      ? { type: this.binder.typeNamed(node, unit), origin, namedAt: [{ node, unit }] }
      : notTold('no type is written');
  }

  private ofOwnType(node: Node, unit: Unit): Typed {
    const own = this.enclosing(node, unit);
    if (!own) return notTold('outside a type');
    const origin: ReceiverOrigin = node.type === 'base' ? 'base' : 'this';
    return { type: { kind: 'solution', name: own.name, declarations: [own], args: [] }, origin, namedAt: [] };
  }

  private ofIdentifier(node: Node, unit: Unit, depth: number): Typed {
    const name = node.text.replace(/^@/, '');
    const variable = variableAt(name, node, unit, owningType(node));
    if (variable && variable.kind !== 'primary-parameter') return this.ofVariable(variable, unit, depth);
    for (const outer of typesAround(unit, node.startIndex)) {
      const member = this.binder.memberOf([outer], name);
      if (member) return this.ofMember(member, depth);
    }
    if (variable) return this.ofVariable(variable, unit, depth);
    const type = this.binder.typeNamed(node, unit);
    return type.kind === 'other'
      ? notTold(`${name} is not declared in what was read`)
      : { type, origin: 'type', namedAt: [{ node, unit }] };
  }

  private ofMember(member: Member, depth: number): Typed {
    const { unit } = member.owner;
    if (member.kind === 'method') return notTold(`${member.identifier.text} is a method`);
    const origin: ReceiverOrigin =
      member.kind === 'property' ? 'property' : member.kind === 'primary-parameter' ? 'parameter' : 'field';
    if (!member.type) return notTold('no type is written');
    if (member.type.type === 'implicit_type') return depth > 24 ? notTold('inferred') : notTold('inferred');
    return { ...this.named(member.type, unit, origin), member };
  }

  private ofMemberAccess(node: Node, unit: Unit, depth: number): Typed {
    const left = field(node, 'expression');
    const name = field(node, 'name');
    if (!left || !name) return notTold('an incomplete expression');
    const receiver = this.typeOf(left, unit, depth + 1);
    if (receiver.type.kind === 'solution')
      return this.memberOn(receiver.type.declarations, lastIdentifier(name).text, depth);
    const type =
      left.type === 'identifier' || left.type === 'member_access_expression'
        ? this.binder.typeNamed(node, unit)
        : undefined;
    if (type && (type.kind === 'product' || type.kind === 'solution'))
      return { type, origin: 'type', namedAt: [{ node, unit }] };
    return notTold(`the type of ${node.text.replace(/\s+/g, '')} is declared outside what was read`);
  }

  private memberOn(declarations: readonly TypeDeclarationNode[], name: string, depth: number): Typed {
    const member = this.binder.memberOf(declarations, name);
    if (member) return this.ofMember(member, depth);
    const nested = declarations.flatMap(({ unit: u, name: outer }) =>
      u.types.filter((t) => t.name === `${outer}.${name}`),
    );
    if (nested.length > 0)
      return {
        type: { kind: 'solution', name: nested[0]!.name, declarations: nested, args: [] },
        origin: 'type',
        namedAt: [],
      };
    return notTold(`${name} is not declared in what was read`);
  }

  private ofConditionalAccess(node: Node, unit: Unit, depth: number): Typed {
    const condition = field(node, 'condition');
    const binding = namedChildren(node).find((child) => child.type === 'member_binding_expression');
    const name = binding && field(binding, 'name');
    if (!condition || !name) return notTold('a conditional access that is not followed');
    const receiver = this.typeOf(conditionOperand(condition), unit, depth + 1);
    return receiver.type.kind === 'solution'
      ? this.memberOn(receiver.type.declarations, lastIdentifier(name).text, depth)
      : notTold('a member declared outside what was read');
  }

  private ofInvocation(node: Node, unit: Unit, depth: number): Typed {
    const callee = field(node, 'function');
    if (!callee) return notTold('an incomplete call');
    const name = calledName(callee);
    const identifier = name ? lastIdentifier(name).text : '';
    const [argument] = name ? typeArguments(name) : [];
    if (argument && resolvers.includes(identifier))
      return { ...this.named(argument, unit, identifier === 'CreateInstance' ? 'new' : 'resolved') };
    if (identifier === 'ConfigureAwait' && callee.type === 'member_access_expression')
      return this.typeOf(field(callee, 'expression')!, unit, depth + 1);
    const local = callee.type === 'identifier' ? localFunctionAt(callee) : undefined;
    if (local) return this.named(field(local, 'type') ?? field(local, 'returns'), unit, 'expression');
    const method = this.methodCalled(callee, unit, depth);
    if (!method?.type) return notTold(`what ${identifier || 'the call'} returns is declared outside what was read`);
    return this.named(method.type, method.owner.unit, 'expression');
  }

  /** The method of the solution that a call goes to, where there is one of that name. */
  methodCalled(callee: Node, unit: Unit, depth = 0): Member | undefined {
    const name = calledName(callee);
    if (!name) return undefined;
    const text = lastIdentifier(name).text;
    if (callee.type === 'identifier' || callee.type === 'generic_name') {
      for (const outer of typesAround(unit, callee.startIndex)) {
        const member = this.binder.memberOf([outer], text);
        if (member) return member.kind === 'method' ? member : undefined;
      }
      return undefined;
    }
    const left =
      field(callee, 'expression') ?? (field(callee, 'condition') && conditionOperand(field(callee, 'condition')!));
    if (!left) return undefined;
    const receiver = this.typeOf(left, unit, depth + 1);
    const member =
      receiver.type.kind === 'solution' ? this.binder.memberOf(receiver.type.declarations, text) : undefined;
    return member?.kind === 'method' ? member : undefined;
  }

  private awaited(value: Typed): Typed {
    if (value.type.kind !== 'other' || !/(^|\.)(Value)?Task$/.test(value.type.name)) return value;
    const [result] = value.type.args;
    const named = value.namedAt.flatMap(({ node, unit }) =>
      typeArguments(node).map((argument) => ({ node: argument, unit })),
    );
    return result ? { ...value, type: result, namedAt: named } : notTold('a task without a result');
  }

  /** `new(…)`: the type of what it is assigned to, returned as or given to. */
  private ofTargetType(node: Node, unit: Unit, depth: number): Typed {
    const target = targetOf(node);
    if (!target) return notTold('the target of new() is not followed');
    if (target.type === 'assignment_expression')
      return { ...this.typeOf(field(target, 'left')!, unit, depth + 1), origin: 'new' };
    if (target.type === 'argument') return this.ofParameter(target, unit, depth);
    const type =
      target.type === 'variable_declarator'
        ? field(target.parent!, 'type')
        : (field(target, 'returns') ?? field(target, 'type'));
    const named = this.named(type, unit, 'new');
    return childrenOfType(target, 'modifier').some(({ text }) => text === 'async') ? this.awaited(named) : named;
  }

  /** What the method of the solution that this is an argument of declares there. */
  private ofParameter(argument: Node, unit: Unit, depth: number): Typed {
    const call = ancestor(argument, 'invocation_expression', 'object_creation_expression');
    const callee = call && field(call, 'function');
    const method = callee ? this.methodCalled(callee, unit, depth) : undefined;
    const list = method && field(method.node, 'parameters');
    const position = childrenOfType(argument.parent!, 'argument').findIndex((a) => same(a, argument));
    const name = field(argument, 'name')?.text;
    const parameters = list ? childrenOfType(list, 'parameter') : [];
    const parameter = name ? parameters.find((p) => field(p, 'name')?.text === name) : parameters[position];
    return method && parameter
      ? this.named(field(parameter, 'type'), method.owner.unit, 'new')
      : notTold('the target of new() is not followed');
  }

  /** `x => …`: from the delegate type of the parameter that the lambda is given to, where the solution declares it. */
  private ofLambdaParameter(variable: Variable, unit: Unit): Typed {
    const lambda = ancestor(variable.identifier, 'lambda_expression');
    const argument = lambda?.parent;
    const call =
      argument?.type === 'argument'
        ? ancestor(argument, 'invocation_expression', 'object_creation_expression')
        : undefined;
    const callee = call && field(call, 'function');
    const method = callee ? this.methodCalled(callee, unit) : undefined;
    const parameters = method && field(method.node, 'parameters');
    if (!lambda || !argument || !method || !parameters) return notTold(`the type of ${variable.name} is inferred`);
    const list = argument.parent!;
    const position = childrenOfType(list, 'argument').findIndex((a) => same(a, argument));
    const type = childrenOfType(parameters, 'parameter').map((p) => field(p, 'type'))[position];
    const index = lambdaParameters(lambda).findIndex((p) => p.startIndex === variable.identifier.startIndex);
    const delegate =
      type && /^(System\.)?(Action|Func)$/.test(type.text.replace(/<[\s\S]*$/, ''))
        ? typeArguments(type)[index]
        : undefined;
    if (!delegate) return notTold(`the type of ${variable.name} is inferred`);
    const given = typeArguments(calledName(callee!) ?? callee!)[typeParameterOf(method.node, delegate.text)];
    return given ? this.named(given, unit, 'parameter') : this.named(delegate, method.owner.unit, 'parameter');
  }
}

/** Which type parameter of the method the name is; -1: none. */
const typeParameterOf = (method: Node, name: string) =>
  childrenOfType(method, 'type_parameter_list')
    .flatMap((list) => childrenOfType(list, 'type_parameter'))
    .findIndex((parameter) => field(parameter, 'name')?.text === name);

/** What a value goes to: the declarator, assignment or argument, or what it is returned from. */
function targetOf(value: Node): Node | undefined {
  const parent = value.parent;
  switch (parent?.type) {
    case 'variable_declarator':
    case 'property_declaration':
    case 'argument':
      return parent;
    case 'assignment_expression':
      return same(field(parent, 'right'), value) && parent.parent?.type !== 'initializer_expression'
        ? parent
        : undefined;
    case 'parenthesized_expression':
      return targetOf(parent);
    case 'conditional_expression':
      return same(field(parent, 'condition'), value) ? undefined : targetOf(parent);
    case 'return_statement':
    case 'arrow_expression_clause': {
      const member = ancestor(
        parent,
        'method_declaration',
        'local_function_statement',
        'property_declaration',
        'accessor_declaration',
        'lambda_expression',
        'anonymous_method_expression',
      );
      return member && ['method_declaration', 'local_function_statement', 'property_declaration'].includes(member.type)
        ? member
        : undefined;
    }
    default:
      return undefined;
  }
}

/** `await t?.M()` is read as `(await t)?.M()` by the grammar, where C# awaits the whole. */
export const conditionOperand = (condition: Node): Node =>
  condition.type === 'await_expression' ? (namedChildren(condition)[0] ?? condition) : condition;

/** `M` of `M()`, `a.M()`, `a?.M()`, with its type arguments. */
export function calledName(callee: Node): Node | null {
  if (callee.type === 'identifier' || callee.type === 'generic_name') return callee;
  if (callee.type === 'member_access_expression' || callee.type === 'member_binding_expression')
    return field(callee, 'name');
  if (callee.type === 'conditional_access_expression') {
    const binding = namedChildren(callee).find((child) => child.type === 'member_binding_expression');
    return binding ? field(binding, 'name') : null;
  }
  return null;
}

export const lambdaParameters = (lambda: Node): Node[] => {
  const parameters = field(lambda, 'parameters') ?? childrenOfType(lambda, 'parameter_list', 'implicit_parameter')[0];
  if (!parameters) return [];
  if (parameters.type === 'implicit_parameter' || parameters.type === 'identifier') return [parameters];
  return childrenOfType(parameters, 'parameter', 'implicit_parameter').map((p) => field(p, 'name') ?? p);
};

export const isStatic = (node: Node) => childrenOfType(node, 'modifier').some((m) => m.text === 'static');
export const enclosingType = (node: Node) => [...ancestors(node)].find(isTypeDeclaration);
