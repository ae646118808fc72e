import type { Node } from 'web-tree-sitter';
import { typeParameterOf } from './called-methods.ts';
import type { Unit, Variable } from './declarations.ts';
import { argumentsIn, type Expressions, notTold, type Typed } from './expressions.ts';
import { elementOf, givesItem } from './library-types.ts';
import { ancestor, calledName, childrenOfType, field, lambdaParameters, same, typeArguments } from './syntax.ts';

/** Types that an expression gets from where it is given to. */
export class TargetTypes {
  constructor(private readonly expressions: Expressions) {}

  /** `new(…)`: the type of what it is assigned to, returned as or given to. */
  ofNew(node: Node, unit: Unit, depth: number): Typed {
    const whole = outermost(node);
    if (whole.parent?.type === 'initializer_expression') return this.ofElement(whole.parent, unit, depth);
    const coalesced = coalescedWith(whole);
    if (coalesced) return { ...this.expressions.typeOf(coalesced, unit, depth + 1), origin: 'new' };
    const target = targetOf(whole);
    if (!target) return notTold('the target of new() is not followed');
    if (target.type === 'assignment_expression')
      return { ...this.expressions.typeOf(field(target, 'left')!, unit, depth + 1), origin: 'new' };
    if (target.type === 'argument') return this.ofParameter(target, unit, depth);
    const type =
      target.type === 'variable_declarator'
        ? field(target.parent!, 'type')
        : (field(target, 'returns') ?? field(target, 'type'));
    const named = this.expressions.named(type, unit, 'new');
    return childrenOfType(target, 'modifier').some(({ text }) => text === 'async')
      ? this.expressions.awaited(named)
      : named;
  }

  /** `new T[] { new() }`, `T[] x = { new() }`, `new List<T> { new() }`: one of what is filled. */
  private ofElement(initializer: Node, unit: Unit, depth: number): Typed {
    const holder = initializer.parent!;
    const filled =
      holder.type === 'variable_declarator'
        ? this.expressions.named(field(holder.parent!, 'type'), unit, 'new')
        : this.expressions.typeOf(holder, unit, depth + 1);
    const element = elementOf(filled.type);
    return element
      ? { type: element, origin: 'new', namedAt: argumentsIn(filled.namedAt) }
      : notTold('the target of new() is not followed');
  }

  /** What the method of the solution that this is an argument of declares there. */
  private ofParameter(argument: Node, unit: Unit, depth: number): Typed {
    const call = ancestor(argument, 'invocation_expression', 'object_creation_expression');
    const callee = call && field(call, 'function');
    const method = callee ? this.expressions.called.single(callee, unit, depth) : undefined;
    const list = method && field(method.node, 'parameters');
    const position = childrenOfType(argument.parent!, 'argument').findIndex((a) => same(a, argument));
    const name = field(argument, 'name')?.text;
    const parameters = list ? childrenOfType(list, 'parameter') : [];
    const parameter = name ? parameters.find((p) => field(p, 'name')?.text === name) : parameters[position];
    return method && parameter
      ? this.expressions.named(field(parameter, 'type'), method.owner.unit, 'new')
      : notTold('the target of new() is not followed');
  }

  /** `x => …`: from the delegate type of the parameter that the lambda is given to, where the solution declares it. */
  ofLambdaParameter(variable: Variable, unit: Unit): Typed {
    const lambda = ancestor(variable.identifier, 'lambda_expression');
    const argument = lambda?.parent;
    const call =
      argument?.type === 'argument'
        ? ancestor(argument, 'invocation_expression', 'object_creation_expression')
        : undefined;
    const callee = call && field(call, 'function');
    const method = callee ? this.expressions.called.single(callee, unit) : undefined;
    const parameters = method && field(method.node, 'parameters');
    if (lambda && callee && !method) return this.ofItem(callee, lambda, variable, unit);
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
    return given
      ? this.expressions.named(given, unit, 'parameter')
      : this.expressions.named(delegate, method.owner.unit, 'parameter');
  }

  /** `mock.Setup(x => …)`, `many.Select(x => …)`: the one type argument of what the library's method is called on. */
  private ofItem(callee: Node, lambda: Node, variable: Variable, unit: Unit): Typed {
    const untold = notTold(`the type of ${variable.name} is inferred`);
    const left = field(callee, 'expression');
    const method = calledName(callee)?.text ?? '';
    if (!left || lambdaParameters(lambda)[0]?.startIndex !== variable.identifier.startIndex) return untold;
    const { type, namedAt } = this.expressions.typeOf(left, unit);
    const [item, ...more] = type.kind === 'other' ? type.args : [];
    if (type.kind !== 'other' || !item || more.length > 0 || !givesItem(type.name, method)) return untold;
    return { type: item, origin: 'parameter', namedAt: argumentsIn(namedAt) };
  }
}

/** Of the alternatives that it is one of, and of parentheses, the whole. */
function outermost(value: Node): Node {
  const parent = value.parent;
  const isWithin =
    parent?.type === 'parenthesized_expression' ||
    (parent?.type === 'conditional_expression' && !same(field(parent, 'condition'), value));
  return isWithin ? outermost(parent) : value;
}

/** `x` of `x ?? new()`, whose type both have. */
const coalescedWith = ({ parent, id }: Node): Node | null =>
  parent?.type === 'binary_expression' &&
  parent.children.some((child) => child?.type === '??') &&
  field(parent, 'right')?.id === id
    ? field(parent, 'left')
    : null;

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
