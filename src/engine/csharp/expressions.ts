import type { Node } from 'web-tree-sitter';
import { type Binder, variableAt } from './binder.ts';
import { CalledMethods } from './called-methods.ts';
import { owningType, type TypeDeclarationNode, typesAround, type Unit, type Variable } from './declarations.ts';
import type { ReceiverOrigin } from './index-types.ts';
import {
  calledBy,
  handThemselvesOn,
  heldIn,
  indexed,
  isMock,
  isSubstitute,
  picked,
  resolvers,
} from './library-types.ts';
import type { Member } from './members.ts';
import {
  calledName,
  conditionOperand,
  field,
  lastIdentifier,
  localFunctionAt,
  namedChildren,
  typeArguments,
  unwrapped,
} from './syntax.ts';
import { TargetTypes } from './target-types.ts';
import { type Type, unknown } from './types.ts';

/** What an expression is: its type, how it came to be that, and where that type is named in the code. */
export interface Typed {
  readonly type: Type;
  readonly origin: ReceiverOrigin;
  /** The nodes that name the type: retyping them all retypes the expression. */
  readonly namedAt: readonly { readonly node: Node; readonly unit: Unit }[];
  readonly variable?: Variable;
  readonly member?: Member;
}

/** An answer, and how far the question was from its start: it counts for every question that is as far or farther. */
interface Told {
  readonly typed: Typed;
  readonly depth: number;
}

export const notTold = (why: string): Typed => ({ type: unknown(why), origin: 'expression', namedAt: [] });

/** Types of expressions, as far as the solution's own code says them. */
export class Expressions {
  readonly called: CalledMethods;
  private readonly targets = new TargetTypes(this);
  private readonly told = new WeakMap<Unit, Map<number, Told>>();

  constructor(private readonly binder: Binder) {
    this.called = new CalledMethods(binder, this);
  }

  /** Remembered: each call of a chain asks more than once for what it is called on. */
  typeOf(expression: Node, unit: Unit, depth = 0): Typed {
    if (depth > 24) return notTold('a chain too long to follow');
    const node = unwrapped(expression);
    const told = this.told.get(unit) ?? new Map<number, Told>();
    this.told.set(unit, told);
    const known = told.get(node.id);
    if (known && known.depth <= depth) return known.typed;
    const typed = this.read(node, unit, depth);
    told.set(node.id, { typed, depth });
    return typed;
  }

  private read(node: Node, unit: Unit, depth: number): Typed {
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
        return this.targets.ofNew(node, unit, depth);
      case 'cast_expression':
        return this.named(field(node, 'type'), unit, 'expression');
      case 'as_expression':
        return this.named(field(node, 'right'), unit, 'expression');
      case 'await_expression':
        return this.awaited(follow(namedChildren(node)[0]));
      case 'conditional_expression':
        return follow(field(node, field(node, 'consequence')?.type === 'null_literal' ? 'alternative' : 'consequence'));
      case 'assignment_expression':
        return follow(field(node, 'left'));
      case 'binary_expression':
        return node.children.some((child) => child?.type === '??')
          ? follow(field(node, 'left'))
          : notTold('a computed value');
      case 'array_creation_expression':
        return this.named(field(node, 'type'), unit, 'new');
      case 'element_access_expression':
        return /\.\./.test(field(node, 'subscript')?.text ?? '..')
          ? notTold('a part of a sequence')
          : partOf(follow(field(node, 'expression')), indexed);
      case 'with_expression':
      case 'ref_expression':
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
    if (variable.kind === 'lambda-parameter') return { ...this.targets.ofLambdaParameter(variable, unit), variable };
    if (!variable.initializer) return notTold(`the type of ${variable.name} is inferred`);
    const value = this.typeOf(variable.initializer, unit, depth + 1);
    if (variable.kind === 'foreach') {
      const [element, ...more] = value.type.kind === 'other' ? value.type.args : [];
      return element && more.length === 0
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

  named(node: Node | null, unit: Unit, origin: ReceiverOrigin): Typed {
    return node
      ? { type: this.binder.typeNamed(node, unit), origin, namedAt: [{ node, unit }] }
      : notTold('no type is written');
  }

  private ofOwnType(node: Node, unit: Unit): Typed {
    const own = this.enclosing(node, unit);
    if (!own) return notTold('outside a type');
    if (node.type === 'base') return { type: this.binder.hierarchy.baseClassOf(own), origin: 'base', namedAt: [] };
    return { type: this.binder.hierarchy.typeOf(own), origin: 'this', namedAt: [] };
  }

  private ofIdentifier(node: Node, unit: Unit, depth: number): Typed {
    const name = node.text.replace(/^@/, '');
    const variable = variableAt(name, node, unit, owningType(node));
    if (variable && variable.kind !== 'primary-parameter') return this.ofVariable(variable, unit, depth);
    for (const outer of typesAround(unit, node.startIndex)) {
      const member = this.binder.members.named(this.binder.hierarchy.partsOf(outer), name);
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
    const { type: on } = receiver;
    if (on.kind === 'other' && isMock(on.name) && name.text === 'Object' && on.args[0])
      return { type: on.args[0], origin: 'expression', namedAt: argumentsIn(receiver.namedAt) };
    if (heldIn(on, name.text)) return partOf(receiver, (type) => heldIn(type, name.text));
    return notTold(`the type of ${node.text.replace(/\s+/g, '')} is declared outside what was read`);
  }

  private memberOn(declarations: readonly TypeDeclarationNode[], name: string, depth: number): Typed {
    const member = this.binder.members.named(declarations, name);
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
    const left = callee.type === 'member_access_expression' ? field(callee, 'expression') : null;
    if (left && handThemselvesOn.includes(identifier)) return this.typeOf(left, unit, depth + 1);
    if (left && argument && isSubstitute(left.text, identifier)) return this.named(argument, unit, 'expression');
    const local = callee.type === 'identifier' ? localFunctionAt(callee) : undefined;
    if (local) return this.named(field(local, 'type') ?? field(local, 'returns'), unit, 'expression');
    const returned = this.called
      .candidates(callee, unit, depth)
      .map((method) => this.called.returnedBy(method, name!, unit));
    const [first, ...others] = returned;
    if (!first) return this.ofLibraryCall(callee, identifier, unit, depth);
    return others.every((one) => isSameType(one.type, first.type)) ? first : notTold(`${identifier} has several forms`);
  }

  /** `many.First()`, `func()`, `func.Invoke()`. */
  private ofLibraryCall(callee: Node, identifier: string, unit: Unit, depth: number): Typed {
    const left = field(callee, 'expression');
    const onLeft = left && callee.type === 'member_access_expression' ? this.typeOf(left, unit, depth + 1) : undefined;
    if (onLeft && picked(onLeft.type, identifier)) return partOf(onLeft, (type) => picked(type, identifier));
    const called = onLeft && identifier === 'Invoke' ? onLeft : this.typeOf(callee, unit, depth + 1);
    if (calledBy(called.type)) return partOf(called, calledBy);
    return notTold(`what ${identifier || 'the call'} returns is declared outside what was read`);
  }

  awaited(value: Typed): Typed {
    if (value.type.kind !== 'other' || !/(^|\.)(Value)?Task$/.test(value.type.name)) return value;
    const [result] = value.type.args;
    return result
      ? { ...value, type: result, namedAt: argumentsIn(value.namedAt) }
      : notTold('a task without a result');
  }
}

/** What the whole has inside, by what is known of its type. */
function partOf(whole: Typed, part: (type: Type) => Type | undefined): Typed {
  const type = part(whole.type);
  const named = argumentsIn(whole.namedAt);
  return type
    ? { type, origin: 'expression', namedAt: named.length === 1 ? named : [] }
    : notTold('what it holds is declared outside what was read');
}

/** The type arguments of names that are written in the code. */
export const argumentsIn = (named: Typed['namedAt']): Typed['namedAt'] =>
  named.flatMap(({ node, unit }) => typeArguments(node).map((argument) => ({ node: argument, unit })));

const isSameType = (a: Type, b: Type) =>
  a.kind === b.kind && a.kind !== 'unknown' && b.kind !== 'unknown' && a.name === b.name;
