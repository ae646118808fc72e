import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import { typesAround, type Unit } from './declarations.ts';
import { type Expressions, notTold, type Typed } from './expressions.ts';
import { isPrivate, type Member } from './members.ts';
import { calledName, childrenOfType, conditionOperand, field, lastIdentifier, same, typeArguments } from './syntax.ts';

/** The solution's own methods that calls go to, as far as the number of arguments and their names tell them apart. */
export class CalledMethods {
  constructor(
    private readonly binder: Binder,
    private readonly expressions: Expressions,
  ) {}

  /** `T M<T>()` gives what `M<X>()` is called with. */
  returnedBy(method: Member, name: Node, unit: Unit): Typed {
    const given = typeArguments(name)[typeParameterOf(method.node, method.type?.text ?? '')];
    if (given) return this.expressions.named(given, unit, 'expression');
    return method.type && typeParameterOf(method.node, method.type.text) >= 0
      ? notTold('a type argument that is inferred')
      : this.expressions.named(method.type, method.owner.unit, 'expression');
  }

  /** The method of the solution that a call goes to, or that is given by its name, where there is only one that it can be. */
  single(callee: Node, unit: Unit, depth = 0): Member | undefined {
    const [first, ...others] = this.candidates(callee, unit, depth);
    const isOverridden = (other: Member) =>
      other.owner.name !== first?.owner.name && parametersText(other) === parametersText(first!);
    return others.every(isOverridden) ? first : undefined;
  }

  /** The methods of the solution that the number of arguments, and their names, allow. */
  candidates(callee: Node, unit: Unit, depth: number): readonly Member[] {
    const members = this.named(callee, unit, depth);
    if (members.some(({ kind }) => kind !== 'method')) return [];
    const call = callee.parent?.type === 'invocation_expression' ? callee.parent : undefined;
    return call && same(field(call, 'function'), callee) && field(call, 'arguments')
      ? members.filter(({ node }) => acceptsCall(node, call))
      : members;
  }

  private named(callee: Node, unit: Unit, depth: number): readonly Member[] {
    const name = calledName(callee);
    if (!name) return [];
    const text = lastIdentifier(name).text;
    if (callee.type === 'identifier' || callee.type === 'generic_name') {
      for (const outer of typesAround(unit, callee.startIndex)) {
        const found = this.binder.members.all(this.binder.hierarchy.partsOf(outer), text);
        if (found.length > 0) return found;
      }
      return [];
    }
    const condition = field(callee, 'condition');
    const left = field(callee, 'expression') ?? (condition && conditionOperand(condition));
    const receiver = left && this.expressions.typeOf(left, unit, depth + 1).type;
    if (receiver?.kind !== 'solution') return [];
    const isClass = receiver.declarations.some(({ node }) => node.type !== 'interface_declaration');
    const around = typesAround(unit, callee.startIndex).map(({ name }) => name);
    return this.binder.members
      .all(receiver.declarations, text)
      .filter(({ node, owner }) => !isPrivate(node) || around.includes(owner.name))
      .filter(({ owner }) => !isClass || owner.node.type !== 'interface_declaration');
  }
}

const parametersText = ({ node }: Member) => (field(node, 'parameters')?.text ?? '').replace(/\s+/g, ' ');

/** Whether a method can be called with so many arguments of these names; with type arguments, where they are written. */
export function acceptsCall(method: Node, call: Node): boolean {
  const list = field(method, 'parameters');
  if (!list) return false;
  const given = childrenOfType(field(call, 'arguments')!, 'argument');
  const rank = typeArguments(calledName(field(call, 'function')!) ?? call).length;
  const generic = childrenOfType(method, 'type_parameter_list')[0];
  if (rank > 0 && (generic ? childrenOfType(generic, 'type_parameter').length : 0) !== rank) return false;
  const parameters = childrenOfType(list, 'parameter');
  const takesMore = list.children.some((child) => child?.type === 'params');
  const names = given.flatMap((argument) => field(argument, 'name')?.text ?? []);
  const own = parameters.map((parameter) => field(parameter, 'name')?.text);
  const required = parameters.filter((parameter) => !parameter.children.some((child) => child?.type === '='));
  if (!takesMore && given.length > parameters.length) return false;
  return given.length >= required.length && names.every((name) => own.includes(name));
}

/** Which type parameter of the method the name is; -1: none. */
export const typeParameterOf = (method: Node, name: string) =>
  childrenOfType(method, 'type_parameter_list')
    .flatMap((list) => childrenOfType(list, 'type_parameter'))
    .findIndex((parameter) => field(parameter, 'name')?.text === name);
