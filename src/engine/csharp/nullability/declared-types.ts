import type { Node } from 'web-tree-sitter';
import type { Binder } from '../binder.ts';
import type { TypeDeclarationNode, Unit } from '../declarations.ts';
import { type Member, membersOf } from '../members.ts';
import { childrenOfType, field, lastIdentifier, typeArguments } from '../syntax.ts';
import type { Type } from '../types.ts';
import type { Library, LibraryParameter, Signature, TypeRef } from './library.ts';

/** Whether annotations hold at a place, and whether the compiler warns there. */
export interface NullContext {
  readonly annotations: boolean;
  readonly warnings: boolean;
}
export type ContextAt = (unit: Unit, offset: number) => NullContext;

/** Types as the solution declares them, with what their `?` means where they stand. */
export class DeclaredTypes {
  constructor(
    private readonly binder: Binder,
    private readonly contextAt: ContextAt,
    readonly library: Library,
  ) {}

  /** Of a type as it is written. */
  ref(node: Node, unit: Unit): TypeRef {
    const isAnnotated = this.contextAt(unit, node.startIndex).annotations;
    const inner = node.type === 'nullable_type' ? (field(node, 'type') ?? node) : node;
    const name = this.nameOf(inner, unit);
    const nulls =
      !isAnnotated || /^T([A-Z]\w*)?$/.test(name) || name === 'dynamic'
        ? 'unsaid'
        : node.type === 'nullable_type'
          ? 'yes'
          : 'no';
    return { name, nulls, since: 'before', args: argumentsOf(inner).map((argument) => this.ref(argument, unit)) };
  }

  private nameOf(node: Node, unit: Unit): string {
    const type = this.binder.typeNamed(node, unit);
    if (type.kind === 'product' || type.kind === 'solution') return type.name;
    if (node.type === 'array_type') return node.text.replace(/\s/g, '');
    return /name$|identifier$/.test(node.type) ? lastIdentifier(node).text : node.text;
  }

  /** Of a type that is found otherwise than by a declaration with annotations. */
  told = (type: Type): TypeRef | null =>
    type.kind === 'product' || type.kind === 'solution'
      ? { name: type.name, nulls: 'unsaid', since: 'before', args: [] }
      : null;

  /** A member of a type of the library or of the solution. */
  property(type: TypeRef, member: string, unit: Unit): TypeRef | undefined {
    const found = this.library.property(type.name, member);
    if (found) return type.args.length === 1 ? filled(found, type.args[0]!) : found;
    const own = this.ownMember(type.name, member, unit);
    if (own)
      return own.kind !== 'method' && own.type && own.type.type !== 'implicit_type'
        ? this.ref(own.type, own.owner.unit)
        : undefined;
    for (const base of this.libraryBases(type.name, unit)) {
      const inherited = this.library.property(base, member);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The types of the library that a type of the solution gets members from: a class none from its interfaces. */
  libraryBases(type: string, unit: Unit, seen = new Set<string>()): string[] {
    if (seen.has(type)) return [];
    seen.add(type);
    return this.declarationsOf(type, unit).flatMap((declaration) =>
      this.binder.hierarchy.basesOf(declaration).flatMap(({ type: base }) => {
        if (base.kind === 'solution') return this.libraryBases(base.name, unit, seen);
        const isInherited =
          declaration.node.type === 'interface_declaration' ||
          !/\.I[A-Z]\w*$/.test(base.kind === 'product' ? base.name : '');
        return base.kind === 'product' && isInherited ? [base.name] : [];
      }),
    );
  }

  ownMember(type: string, member: string, unit: Unit): Member | undefined {
    const declarations = this.declarationsOf(type, unit);
    return declarations.length > 0 ? this.binder.members.named(declarations, member) : undefined;
  }

  private declarationsOf(type: string, unit: Unit): readonly TypeDeclarationNode[] {
    const found: Type = this.binder.declared(type, unit);
    return found.kind === 'solution' ? found.declarations : [];
  }

  /** The overloads that a method of the solution stands among. */
  overloads({ identifier, owner }: Member, unit: Unit): Signature[] {
    return this.declarationsOf(owner.name, unit)
      .flatMap(membersOf)
      .filter(({ kind, identifier: other }) => kind === 'method' && other.text === identifier.text)
      .map(({ node, owner: { unit: where } }) => this.signature(node, where));
  }

  /** Constructors of a type of the solution. */
  constructors(type: string, unit: Unit): Signature[] {
    return this.declarationsOf(type, unit).flatMap(({ node, unit: where }) => {
      const body = field(node, 'body');
      const primary = childrenOfType(node, 'parameter_list').length > 0 ? [this.signature(node, where)] : [];
      return [
        ...primary,
        ...(body ? childrenOfType(body, 'constructor_declaration').map((one) => this.signature(one, where)) : []),
      ];
    });
  }

  signature(node: Node, unit: Unit): Signature {
    const list = field(node, 'parameters') ?? childrenOfType(node, 'parameter_list')[0];
    const returns = field(node, 'returns') ?? (node.type === 'local_function_statement' ? field(node, 'type') : null);
    return {
      parameters: list ? childrenOfType(list, 'parameter').map((one) => this.parameter(one, unit)) : [],
      returns: returns ? this.ref(returns, unit) : { name: 'void', nulls: 'unsaid', since: 'before', args: [] },
    };
  }

  /** One with attributes or modifiers is taken as saying nothing. */
  private parameter(node: Node, unit: Unit): LibraryParameter {
    const type = field(node, 'type');
    const isPlain =
      childrenOfType(node, 'attribute_list').length === 0 && !/\b(ref|out|params)\b/.test(modifiersOf(node));
    const ref = type ? this.ref(type, unit) : undefined;
    return {
      name: field(node, 'name')?.text ?? '',
      type: ref && isPlain ? ref : { name: ref?.name ?? '', nulls: 'unsaid', since: 'before', args: [] },
      isOptional: node.children.some((child) => child?.type === '='),
    };
  }
}

/** `IReadOnlyCollection<T>` with what `T` stands for. */
const filled = (type: TypeRef, by: TypeRef): TypeRef =>
  /^T([A-Z]\w*)?$/.test(type.name) ? by : { ...type, args: type.args.map((one) => filled(one, by)) };

const modifiersOf = (node: Node) =>
  childrenOfType(node, 'modifier')
    .map(({ text }) => text)
    .join(' ');

const argumentsOf = (node: Node): Node[] => {
  if (node.type === 'generic_name' || node.type === 'qualified_name') return typeArguments(node);
  const element = node.type === 'array_type' ? field(node, 'type') : null;
  return element ? [element] : [];
};
