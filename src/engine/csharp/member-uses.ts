import type { Node } from 'web-tree-sitter';
import { type Binder, variableAt } from './binder.ts';
import { acceptsCall } from './called-methods.ts';
import { owningType, type TypeDeclarationNode, typesAround, type Unit } from './declarations.ts';
import { crefsTo, documentedBy } from './documentation.ts';
import type { Expressions, Typed } from './expressions.ts';
import type { MemberUse, TypeUse } from './index-types.ts';
import { callOf, type Invocations } from './invocations.ts';
import { isPrivate, type Member } from './members.ts';
import { answerOf, confidenceIn, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import {
  ancestor,
  childrenOfType,
  conditionOperand,
  field,
  isTypeDeclaration,
  localFunctionAt,
  namedChildren,
  same,
} from './syntax.ts';
import type { Type } from './types.ts';

interface Named {
  readonly node: Node;
  readonly unit: Unit;
}

/** What a member is used on: `expression` is null where nothing stands before its name. */
interface Receiver {
  readonly expression: Node | null;
  readonly typed: Typed;
  readonly kind: MemberUse['kind'];
}

/** Finds the uses of members by their names. */
export class MemberUses {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
    private readonly expressions: Expressions,
    private readonly invocations: Invocations,
    private readonly typeUse: (name: Node, unit: Unit) => TypeUse,
  ) {}

  /** Among `identifiers`, all those with the member's name: its uses on `type`, on types derived from it, and on what can't be told. */
  of(member: string, type: string, identifiers: readonly Named[]): MemberUse[] {
    const hasExtension = identifiers.some(({ node }) => isExtension(node));
    return identifiers.flatMap(({ node, unit }): MemberUse[] => {
      const receiver = this.receiverOf(node, unit);
      if (!receiver) return [];
      const { typed, expression, kind } = receiver;
      if (this.isOwnMember(typed.type, member, expression, node, unit)) return [];
      const derives = this.binder.hierarchy.isOrDerivesFrom(typed.type, type);
      if (derives === false || (derives === undefined && expression === null)) return [];
      const name = node.parent?.type === 'generic_name' ? node.parent : node;
      const call = kind === 'call' ? callOf(name) : undefined;
      return [
        {
          ...placeOf(unit, node),
          kind,
          name: member,
          receiver: expression?.text ?? '',
          receiverType: answerOf(typed.type),
          confidence: derives ? confidenceIn(this.solution.reachesProduct(unit), unit.projects) : 'possible',
          typedAt: typed.namedAt.map(({ node: at, unit: where }) => this.typeUse(at, where)),
          call: call ? this.invocations.of(call, name, unit) : null,
          hasExtension,
        },
      ];
    });
  }

  /** References from documentation comments, those that are sure. */
  crefsTo(member: string, type: string): MemberUse[] {
    return this.solution.parsedUnits
      .filter(({ parsed }) => parsed.file.text.includes('cref'))
      .flatMap((unit) =>
        crefsTo(member, unit.root).flatMap(({ comment, qualifier, span }): MemberUse[] => {
          const above = documentedBy(comment);
          const offset =
            above && isTypeDeclaration(above) ? (field(above, 'name') ?? above).startIndex : comment.startIndex;
          const own = typesAround(unit, offset)[0];
          const meant =
            qualifier !== '' ? this.binder.named(qualifier, unit, offset) : own && this.binder.hierarchy.typeOf(own);
          if (!meant || !isRead(unit, span) || !this.binder.hierarchy.isOrDerivesFrom(meant, type)) return [];
          if (meant.kind === 'solution' && this.binder.members.named(meant.declarations, member)) return [];
          return [
            {
              path: unit.path,
              span,
              projects: unit.projects,
              kind: 'cref',
              name: member,
              receiver: qualifier,
              receiverType: answerOf(meant),
              confidence: confidenceIn(this.solution.reachesProduct(unit), unit.projects),
              typedAt: [],
              call: null,
              hasExtension: false,
            },
          ];
        }),
      );
  }

  /** undefined: the name isn't a use of a member. */
  private receiverOf(node: Node, unit: Unit): Receiver | undefined {
    const parent = node.parent!;
    const whole = parent.type === 'generic_name' ? parent : node;
    const holder = whole.parent!;
    if (
      (holder.type === 'member_access_expression' || holder.type === 'member_binding_expression') &&
      same(field(holder, 'name'), whole)
    ) {
      const access =
        holder.type === 'member_binding_expression' ? ancestor(holder, 'conditional_access_expression') : holder;
      const left = field(holder, 'expression') ?? (access && field(access, 'condition'));
      if (!left || !access) return undefined;
      const expression = holder.type === 'member_binding_expression' ? conditionOperand(left) : left;
      return { expression, typed: this.expressions.typeOf(expression, unit), kind: kindOf(access) };
    }
    if (isDeclaredHere(whole)) return undefined;
    if (variableAt(node.text, node, unit, owningType(node)) || localFunctionAt(node)) return undefined;
    const own = this.expressions.enclosing(node, unit);
    if (!own) return undefined;
    const typed: Typed = { type: this.binder.hierarchy.typeOf(own), origin: 'none', namedAt: [] };
    return { expression: null, typed, kind: kindOf(whole) };
  }

  /** The team's own member of that name, in the receiver's type, one it derives from, or a type around the call, that may be meant. */
  private isOwnMember(type: Type, member: string, expression: Node | null, node: Node, unit: Unit) {
    const { members, hierarchy } = this.binder;
    const around = unit.types.filter(({ range }) => range.start <= node.startIndex && node.startIndex < range.end);
    const isMeant = (parts: readonly TypeDeclarationNode[]) =>
      members.all(parts, member).some((own) => this.canBeMeant(own, node, unit));
    if (type.kind === 'solution' && isMeant(type.declarations)) return true;
    return expression === null && around.some((outer) => isMeant(hierarchy.partsOf(outer)));
  }

  /** Whether the member can be seen from here, and takes what the call gives. */
  private canBeMeant({ node, kind, owner }: Member, use: Node, unit: Unit) {
    const isSeen = !isPrivate(node) || typesAround(unit, use.startIndex).some(({ name }) => name === owner.name);
    if (!isSeen || kind !== 'method') return isSeen;
    const name = use.parent?.type === 'generic_name' ? use.parent : use;
    const call = callOf(name);
    if (!call) return true;
    if (!acceptsCall(node, call)) return false;
    const given = childrenOfType(field(call, 'arguments')!, 'argument');
    const parameters = childrenOfType(field(node, 'parameters')!, 'parameter');
    return !given.some((argument, index) => {
      const label = field(argument, 'name')?.text;
      const parameter = label ? parameters.find((p) => field(p, 'name')?.text === label) : parameters[index];
      return this.isRefused(argument, parameter, unit);
    });
  }

  /** A value of a library's type, given to a keyword type. */
  private isRefused(argument: Node, parameter: Node | undefined, unit: Unit) {
    const type = parameter && field(parameter, 'type');
    const value = namedChildren(argument).at(-1);
    if (type?.type !== 'predefined_type' || type.text === 'object' || !value) return false;
    const given = this.expressions.typeOf(value, unit).type;
    return given.kind === 'other' && /^[A-Z]/.test(given.name);
  }
}

/** The name of an extension method, where it is declared. */
const isExtension = ({ parent }: Node) =>
  parent?.type === 'method_declaration' && /^\(\s*this\b/.test(field(parent, 'parameters')?.text ?? '');

function kindOf(access: Node): MemberUse['kind'] {
  const parent = access.parent;
  if (parent?.type === 'invocation_expression' && same(field(parent, 'function'), access)) return 'call';
  const call = parent?.type === 'argument' ? ancestor(parent, 'invocation_expression') : undefined;
  return call && field(call, 'function')?.text === 'nameof' ? 'nameof' : 'method-group';
}

const isDeclaredHere = (node: Node) => {
  const parent = node.parent;
  if (!parent) return true;
  if (same(field(parent, 'name'), node) && parent.type !== 'generic_name') return true;
  return [
    'name_colon',
    'using_directive',
    'qualified_name',
    'attribute',
    'enum_member_declaration',
    'goto_statement',
  ].includes(parent.type);
};
