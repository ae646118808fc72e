import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import { variableAt } from './binder.ts';
import { owningType, type TypeDeclarationNode, typesAround, type Unit, type Variable } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Injection, Place, TypeUse } from './index-types.ts';
import type { Member } from './members.ts';
import { placeOf } from './places.ts';
import {
  ancestor,
  calledName,
  childrenOfType,
  enclosingType,
  field,
  isNameOnly,
  isQualified,
  lastIdentifier,
  namedChildren,
  same,
  wholeName,
} from './syntax.ts';
import type { Type } from './types.ts';

/** Members that every object has: using them asks nothing of the type. */
const ofObject = ['GetType', 'ToString', 'Equals', 'GetHashCode'];
const nullChecks = ['ThrowIfNull', 'NotNull', 'Null', 'nameof', 'CheckNotNull'];

interface Ask {
  readonly binder: Binder;
  readonly expressions: Expressions;
  readonly isAsked: (type: Type) => boolean;
  readonly typeUse: (node: Node, unit: Unit) => TypeUse;
  readonly units: () => readonly Unit[];
}

/** Follows what the container gives from where it is asked: into variables and private fields, as far as each can be retyped. */
export function followInjection(name: Node, unit: Unit, ask: Ask): Injection {
  const at = ask.typeUse(name, unit);
  const flow = new Flow(ask, at);
  const parameter = name.parent?.type === 'parameter' ? name.parent : ancestor(name, 'parameter');
  const call = at.role === 'resolved' ? ancestor(name, 'invocation_expression') : undefined;
  if (call) flow.value(call, unit);
  else if (parameter) flow.parameter(parameter, unit);
  else flow.escapes.push(placeOf(unit, name));
  return { at, retype: [...flow.retype.values()], uses: flow.uses, escapes: flow.escapes };
}

class Flow {
  readonly retype = new Map<string, TypeUse>();
  readonly uses: (Place & { name: string })[] = [];
  readonly escapes: Place[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly ask: Ask,
    at: TypeUse,
  ) {
    this.addType(at);
  }

  private addType(use: TypeUse) {
    this.retype.set(`${use.path}:${use.span.start}`, use);
  }

  parameter(parameter: Node, unit: Unit) {
    const identifier = field(parameter, 'name');
    if (!identifier) return;
    const owner = enclosingType(parameter);
    const isPrimary = owner !== undefined && parameter.parent?.parent?.id === owner.id;
    if (isPrimary && owner.type === 'record_declaration') this.escapes.push(placeOf(unit, identifier));
    if (parameter.parent?.parent && this.isShared(parameter.parent.parent, unit))
      this.escapes.push(placeOf(unit, identifier));
    this.variable(identifier, unit);
  }

  /** A method whose parameters those of another one must equal: it overrides, implements, or may be overridden. */
  private isShared(method: Node, unit: Unit) {
    const [own] = typesAround(unit, method.startIndex);
    const name = field(method, 'name')?.text;
    if (method.type !== 'method_declaration' || !own || !name) return false;
    const { hierarchy, members } = this.ask.binder;
    return (
      own.node.type === 'interface_declaration' ||
      childrenOfType(method, 'modifier').some(({ text }) => /^(abstract|override|partial|virtual)$/.test(text)) ||
      members.all(hierarchy.partsOf(own), name).some(({ kind, owner }) => kind === 'method' && owner.name !== own.name)
    );
  }

  /** Every use of a local, parameter or lambda parameter. */
  private variable(identifier: Node, unit: Unit) {
    const name = identifier.text.replace(/^@/, '');
    if (!this.first(unit, identifier)) return;
    const declared = unit.variables.get(name)?.find((v) => same(v.identifier, identifier));
    for (const use of unit.identifiers.get(name) ?? []) {
      if (same(use, identifier) || !declared || !this.meansVariable(use, declared, unit)) continue;
      this.value(use, unit);
    }
  }

  private meansVariable(use: Node, declared: Variable, unit: Unit) {
    if (isNameOnly(use)) return false;
    const found = variableAt(declared.name, use, unit, owningType(use));
    if (!found || !same(found.identifier, declared.identifier)) return false;
    return !isQualified(use);
  }

  /** Every use of a private field or property, in all parts of its type. */
  private member(member: Member) {
    const { unit } = member.owner;
    if (!this.first(unit, member.identifier)) return;
    const modifiers = childrenOfType(declarationOf(member.node), 'modifier').map(({ text }) => text);
    if (modifiers.some((m) => ['public', 'protected', 'internal'].includes(m)) && !modifiers.includes('private')) {
      this.escapes.push(placeOf(unit, member.identifier));
    }
    if (member.type && this.ask.isAsked(this.ask.binder.typeNamed(member.type, unit)))
      this.addType(this.ask.typeUse(innerName(member.type), unit));
    const name = member.identifier.text;
    for (const other of this.ask.units()) {
      for (const use of other.identifiers.get(name) ?? []) {
        if (same(use, member.identifier) || isNameOnly(use) || !this.meansMember(use, member, other)) continue;
        this.value(isQualified(use) ? use.parent! : use, other);
      }
    }
  }

  private meansMember(use: Node, member: Member, unit: Unit) {
    const found = this.ask.expressions.typeOf(isQualified(use) ? use.parent! : use, unit).member;
    return found !== undefined && found.owner.unit === member.owner.unit && same(found.identifier, member.identifier);
  }

  private first(unit: Unit, node: Node) {
    const key = `${unit.id}:${node.startIndex}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  /** What becomes of one value of the asked type. */
  value(expression: Node, unit: Unit): void {
    const parent = expression.parent;
    if (!parent) return;
    switch (parent.type) {
      case 'parenthesized_expression':
      case 'postfix_unary_expression':
        return this.value(parent, unit);
      case 'member_access_expression':
        if (same(field(parent, 'expression'), expression)) return this.use(field(parent, 'name'), unit);
        return;
      case 'await_expression':
        if (parent.parent?.type === 'conditional_access_expression') return this.value(parent, unit);
        return this.escape(expression, unit);
      case 'conditional_access_expression': {
        const binding = namedChildren(parent).find(({ type }) => type === 'member_binding_expression');
        return this.use(binding ? field(binding, 'name') : null, unit, expression);
      }
      case 'cast_expression':
      case 'as_expression':
        return this.cast(parent, unit);
      case 'variable_declarator':
        return this.local(parent, unit);
      case 'assignment_expression':
        return same(field(parent, 'right'), expression) ? this.assigned(parent, unit) : undefined;
      case 'binary_expression':
        if (parent.children.some((child) => child?.type === '??'))
          return same(field(parent, 'left'), expression) ? this.value(parent, unit) : this.escape(expression, unit);
        return isNullComparison(parent) ? undefined : this.escape(expression, unit);
      case 'is_pattern_expression':
        return /^(not )?null$/.test(field(parent, 'pattern')?.text ?? '') ? undefined : this.escape(expression, unit);
      case 'argument':
        return isNullCheck(parent) ? undefined : this.escape(expression, unit);
      case 'expression_statement':
        return;
      default:
        return this.escape(expression, unit);
    }
  }

  private use(name: Node | null, unit: Unit, at?: Node) {
    if (!name) return this.escape(at!, unit);
    const identifier = lastIdentifier(name);
    if (!ofObject.includes(identifier.text)) this.uses.push({ ...placeOf(unit, identifier), name: identifier.text });
  }

  private cast(cast: Node, unit: Unit) {
    const type = field(cast, cast.type === 'as_expression' ? 'right' : 'type');
    if (!type || !this.ask.isAsked(this.ask.binder.typeNamed(type, unit))) return this.escape(cast, unit);
    this.addType(this.ask.typeUse(innerName(type), unit));
    this.value(cast, unit);
  }

  private local(declarator: Node, unit: Unit) {
    const declaration = declarator.parent!;
    const identifier = field(declarator, 'name')!;
    const type = field(declaration, 'type');
    if (/field_declaration$/.test(declaration.parent?.type ?? '')) {
      const member = this.ask.binder.members.named(ownDeclarations(declarator, unit), identifier.text);
      return member ? this.member(member) : this.escape(declarator, unit);
    }
    if (type && type.type !== 'implicit_type') {
      if (
        !this.ask.isAsked(this.ask.binder.typeNamed(type, unit)) ||
        childrenOfType(declaration, 'variable_declarator').length > 1
      )
        return this.escape(declarator, unit);
      this.addType(this.ask.typeUse(innerName(type), unit));
    }
    this.variable(identifier, unit);
  }

  private assigned(assignment: Node, unit: Unit) {
    const left = field(assignment, 'left')!;
    if (left.text === '_') return;
    const target = this.ask.expressions.typeOf(left, unit);
    if (!this.ask.isAsked(target.type)) return this.escape(assignment, unit);
    if (target.member?.type) this.member(target.member);
    else this.escape(assignment, unit);
  }

  private escape(node: Node, unit: Unit) {
    this.escapes.push(placeOf(unit, node));
  }
}

const declarationOf = (node: Node) => (node.type === 'variable_declarator' ? (node.parent?.parent ?? node) : node);

const ownDeclarations = (node: Node, unit: Unit): TypeDeclarationNode[] =>
  typesAround(unit, node.startIndex).slice(0, 1);

/** The name inside `T?`. */
const innerName = (type: Node): Node => {
  const inner = type.type === 'nullable_type' ? (field(type, 'type') ?? namedChildren(type)[0]) : type;
  return inner ? wholeName(lastIdentifier(inner)) : type;
};

const isNullComparison = (comparison: Node) =>
  comparison.children.some((child) => child?.type === '==' || child?.type === '!=') &&
  namedChildren(comparison).some(({ type }) => type === 'null_literal');

function isNullCheck(argument: Node) {
  const call = ancestor(argument, 'invocation_expression');
  const callee = call && field(call, 'function');
  const name = callee && calledName(callee);
  return name ? nullChecks.includes(lastIdentifier(name).text) : false;
}
