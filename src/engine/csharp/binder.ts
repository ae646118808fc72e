import type { Node } from 'web-tree-sitter';
import {
  join,
  plainName,
  type Scope,
  scopeAt,
  type TypeDeclarationNode,
  typesAround,
  type Unit,
  type Variable,
} from './declarations.ts';
import { ancestors, childrenOfType, field, isName, lastIdentifier, namedChildren, typeArguments } from './syntax.ts';

/** What a type name means. `product`: a type of the upgraded packages that a rule asked about. */
export type Type =
  | { readonly kind: 'product'; readonly name: string; readonly args: readonly Type[] }
  | {
      readonly kind: 'solution';
      readonly name: string;
      readonly declarations: readonly TypeDeclarationNode[];
      readonly args: readonly Type[];
    }
  | { readonly kind: 'other'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'unknown'; readonly why: string };

export const unknown = (why: string): Type => ({ kind: 'unknown', why });

const notImported = (name: string) => ({ kind: 'unknown' as const, why: `nothing imported here brings ${name}` });

/** What the binder asks of the solution: a file is parsed when a name leads there. */
export interface Source {
  /** Every declaration, in files that `project` can see, of a type with this full name. */
  declarationsNamed(fullName: string, from: Unit): readonly TypeDeclarationNode[];
  /** Namespaces that `global using`, ImplicitUsings and <Using> bring into a file. */
  globalUsings(from: Unit): readonly string[];
  globalAliases(from: Unit): ReadonlyMap<string, { readonly target: Node; readonly unit: Unit }>;
  isProductType(fullName: string): boolean;
  isProductName(simpleName: string): boolean;
  reachesProduct(from: Unit): boolean;
}

/** A member of a type of the solution, where it is declared. */
export interface Member {
  readonly kind: 'field' | 'property' | 'method' | 'event' | 'primary-parameter' | 'enum-member';
  readonly node: Node; // the declaration
  readonly identifier: Node;
  readonly type: Node | null;
  readonly owner: TypeDeclarationNode;
}

/** C#'s look-up order for type names, over what the solution declares and what rules asked about. */
export class Binder {
  constructor(private readonly source: Source) {}

  /** `T`, `A.B.T<X>`, `global::A.T`, `T?`, `T[]` at the place where it is written. */
  typeNamed(node: Node, unit: Unit): Type {
    switch (node.type) {
      case 'nullable_type':
      case 'ref_type':
      case 'scoped_type': {
        const inner = field(node, 'type') ?? namedChildren(node)[0];
        return inner ? this.typeNamed(inner, unit) : unknown('a type without a name');
      }
      case 'identifier':
      case 'generic_name':
        return this.simpleName(node, unit);
      case 'qualified_name':
      case 'alias_qualified_name':
      case 'member_access_expression':
        return this.qualifiedName(node, unit);
      default:
        return { kind: 'other', name: node.text, args: [] };
    }
  }

  /** A name written without qualifier, as if it stood at `offset`. */
  lookUp(name: string, unit: Unit, offset: number): Type {
    return this.simple(name, [], unit, offset);
  }

  private simpleName(node: Node, unit: Unit): Type {
    const name = lastIdentifier(node).text.replace(/^@/, '');
    for (const up of ancestors(node)) {
      if (up.type !== 'method_declaration' && up.type !== 'local_function_statement') continue;
      if (hasTypeParameter(up, name)) return this.constraintOn(name, up, unit);
    }
    const args = typeArguments(node).map((argument) => this.typeNamed(argument, unit));
    return this.simple(name, args, unit, node.startIndex);
  }

  private simple(name: string, args: readonly Type[], unit: Unit, offset: number): Type {
    const around = typesAround(unit, offset);
    for (const outer of around) {
      if (hasTypeParameter(outer.node, name)) return this.constraintOn(name, outer.node, unit);
      const nested = this.nestedType(outer, name, new Set());
      if (nested.length > 0) return { kind: 'solution', name: nested[0]!.name, declarations: nested, args };
    }
    for (let scope: Scope | null = scopeAt(unit, offset); scope; scope = scope.parent) {
      const found = this.inScope(name, args, scope, unit);
      if (found) return found;
    }
    return this.source.isProductName(name) ? notImported(name) : { kind: 'other', name, args };
  }

  /** A type by its full name, as code in this file sees it. */
  declared(fullName: string, unit: Unit): Type {
    return this.fullName(fullName, [], unit) ?? { kind: 'other', name: fullName, args: [] };
  }

  /** Whether nothing gives the name a meaning there, so that a `using` may. */
  isUnbound(name: string, unit: Unit, offset: number): boolean {
    const type = this.lookUp(name, unit, offset);
    return type.kind === 'other' || (type.kind === 'unknown' && type.why === notImported(name).why);
  }

  /** The namespaces from the scope's own out to its parent's: at each, its types first; then what the declaration imports. */
  private inScope(name: string, args: readonly Type[], scope: Scope, unit: Unit): Type | undefined {
    const outer = scope.parent?.namespace ?? null;
    let isOwn = true;
    for (let space: string | null = scope.namespace; space !== null && space !== outer; space = parentOf(space)) {
      const inNamespace = this.fullName(join(space, name), args, unit);
      if (inNamespace) return inNamespace;
      if (isOwn) {
        const imported = this.imported(name, args, scope, unit);
        if (imported) return imported;
      }
      isOwn = false;
      if (space === '') break;
    }
    return undefined;
  }

  private imported(name: string, args: readonly Type[], scope: Scope, unit: Unit): Type | undefined {
    const alias = scope.aliases.get(name);
    if (alias) return this.aliasTarget(alias, unit);
    const isFile = scope.parent === null;
    const globalAlias = isFile ? this.source.globalAliases(unit).get(name) : undefined;
    if (globalAlias) return this.aliasTarget(globalAlias.target, globalAlias.unit);
    const imports = new Set([...scope.imports, ...(isFile ? this.source.globalUsings(unit) : [])]);
    const found = new Map<string, Type>();
    for (const space of imports) {
      const type = this.relative(space, name, args, scope, unit);
      if (type && type.kind !== 'unknown') found.set(type.kind === 'other' ? '' : type.name, type);
    }
    for (const outer of scope.statics) {
      const type = this.fullName(join(plainName(outer.text), name), args, unit);
      if (type && type.kind !== 'unknown') found.set(type.kind === 'other' ? '' : type.name, type);
    }
    if (found.size > 1) return unknown(`${name} could be ${[...found.keys()].join(' or ')}`);
    return found.values().next().value;
  }

  /** A `using` inside a namespace may be written relative to it. */
  private relative(space: string, name: string, args: readonly Type[], scope: Scope, unit: Unit): Type | undefined {
    for (let outer: string | null = scope.namespace; outer !== null; outer = parentOf(outer)) {
      const found = this.fullName(join(join(outer, space), name), args, unit);
      if (found || outer === '') return found;
    }
    return undefined;
  }

  private aliasTarget(target: Node, unit: Unit): Type {
    if (!isName(target)) return this.typeNamed(target, unit);
    const full = this.fullName(plainName(target.text.replace(/<.*$/s, '')), [], unit);
    return full ?? { kind: 'other', name: target.text, args: [] };
  }

  private fullName(name: string, args: readonly Type[], unit: Unit): Type | undefined {
    const declarations = this.source
      .declarationsNamed(name, unit)
      .filter(({ arity }) => arity === args.length || args.length === 0);
    if (declarations.length > 0) return { kind: 'solution', name, declarations, args };
    return this.source.isProductType(name) ? { kind: 'product', name, args } : undefined;
  }

  private qualifiedName(node: Node, unit: Unit): Type {
    const args = typeArguments(node).map((argument) => this.typeNamed(argument, unit));
    const text = plainName(node.text.replace(/<[\s\S]*$/, ''));
    const isGlobal = node.text.trimStart().startsWith('global::');
    const parts = text.split('.');
    if (!isGlobal) {
      const first = parts[0]!;
      for (let scope: Scope | null = scopeAt(unit, node.startIndex); scope; scope = scope.parent) {
        const alias = scope.aliases.get(first);
        if (alias)
          return (
            this.fullName([plainName(alias.text), ...parts.slice(1)].join('.'), args, unit) ?? {
              kind: 'other',
              name: text,
              args,
            }
          );
      }
      const outer = this.simple(first, [], unit, node.startIndex);
      if (outer.kind === 'solution')
        return this.nestedIn(outer, parts.slice(1), args) ?? { kind: 'other', name: text, args };
      const spaces = [scopeAt(unit, node.startIndex).namespace];
      for (let space = parentOf(spaces[0]!); space !== null; space = parentOf(space)) spaces.push(space);
      for (const space of spaces) {
        const found = this.fullName(join(space, text), args, unit);
        if (found) return found;
      }
    }
    return this.fullName(text, args, unit) ?? { kind: 'other', name: text, args };
  }

  private nestedIn(
    outer: Extract<Type, { kind: 'solution' }>,
    rest: readonly string[],
    args: readonly Type[],
  ): Type | undefined {
    let current = outer.declarations;
    for (const name of rest) {
      current = current.flatMap((declaration) => this.nestedType(declaration, name, new Set()));
      if (current.length === 0) return undefined;
    }
    return { kind: 'solution', name: current[0]!.name, declarations: current, args };
  }

  /** Members of a type parameter are those of the type that it is constrained to. `where T : IEquatable<T>` asks for itself. */
  private constraintOn(name: string, declaration: Node, unit: Unit): Type {
    const other: Type = { kind: 'other', name, args: [] };
    const key = `${unit.path}:${declaration.startIndex}:${name}`;
    const clause = childrenOfType(declaration, 'type_parameter_constraints_clause').find(
      (one) => namedChildren(one)[0]?.text === name,
    );
    if (!clause || this.constraining.has(key)) return other;
    this.constraining.add(key);
    const types = childrenOfType(clause, 'type_parameter_constraint').flatMap(namedChildren).filter(isName);
    const known = types
      .map((type) => this.typeNamed(type, unit))
      .find(({ kind }) => kind === 'product' || kind === 'solution');
    this.constraining.delete(key);
    return known ?? other;
  }
  private readonly constraining = new Set<string>();

  private nestedType(outer: TypeDeclarationNode, name: string, seen: Set<string>): readonly TypeDeclarationNode[] {
    if (seen.has(outer.name)) return [];
    seen.add(outer.name);
    const own = this.source.declarationsNamed(`${outer.name}.${name}`, outer.unit);
    if (own.length > 0) return own;
    for (const base of this.basesOf(outer)) {
      if (base.type.kind !== 'solution') continue;
      const inherited = base.type.declarations.flatMap((declaration) => this.nestedType(declaration, name, seen));
      if (inherited.length > 0) return inherited;
    }
    return [];
  }

  /** The base class and interfaces of one declaration, each with the node that names it. */
  basesOf(declaration: TypeDeclarationNode): { readonly node: Node; readonly type: Type }[] {
    const list = childrenOfType(declaration.node, 'base_list')[0];
    if (!list) return [];
    return namedChildren(list)
      .map((node) =>
        node.type === 'primary_constructor_base_type' ? (field(node, 'type') ?? namedChildren(node)[0]!) : node,
      )
      .filter(isName)
      .map((node) => ({ node, type: this.baseType(node, declaration) }));
  }

  private baseType(node: Node, declaration: TypeDeclarationNode): Type {
    const key = `${declaration.unit.path}:${node.startIndex}`;
    const cached = this.bases.get(key);
    if (cached) return cached;
    this.bases.set(key, unknown('derives from itself')); // while it is being looked up
    const type = this.typeNamed(node, declaration.unit);
    this.bases.set(key, type);
    return type;
  }
  private readonly bases = new Map<string, Type>();

  /** Whether the type is, or derives from, the product's. undefined: a base could not be told. */
  isOrDerivesFrom(type: Type, product: string, seen = new Set<string>()): boolean | undefined {
    if (type.kind === 'product') return type.name === product;
    if (type.kind === 'unknown') return undefined;
    if (type.kind === 'other' || seen.has(type.name)) return false;
    seen.add(type.name);
    let answer: boolean | undefined = false;
    for (const declaration of type.declarations) {
      for (const base of this.basesOf(declaration)) {
        const derives = this.isOrDerivesFrom(base.type, product, seen);
        if (derives === true) return true;
        if (derives === undefined) answer = undefined;
      }
    }
    return answer;
  }

  /** The member of that name, own or inherited from a type of the solution. */
  memberOf(declarations: readonly TypeDeclarationNode[], name: string, seen = new Set<string>()): Member | undefined {
    for (const declaration of declarations) {
      const own = this.ownMembers(declaration).get(name);
      if (own) return own;
    }
    for (const declaration of declarations) {
      if (seen.has(declaration.name)) continue;
      seen.add(declaration.name);
      for (const base of this.basesOf(declaration)) {
        if (base.type.kind !== 'solution') continue;
        const inherited = this.memberOf(base.type.declarations, name, seen);
        if (inherited) return inherited;
      }
    }
    return undefined;
  }

  private ownMembers(declaration: TypeDeclarationNode): ReadonlyMap<string, Member> {
    const cached = this.members.get(declaration);
    if (cached) return cached;
    const members = new Map<string, Member>();
    for (const member of membersOf(declaration))
      if (!members.has(member.identifier.text)) members.set(member.identifier.text, member);
    this.members.set(declaration, members);
    return members;
  }
  private readonly members = new WeakMap<TypeDeclarationNode, ReadonlyMap<string, Member>>();
}

const hasTypeParameter = (node: Node, name: string) =>
  childrenOfType(node, 'type_parameter_list').some((list) =>
    childrenOfType(list, 'type_parameter').some((parameter) => field(parameter, 'name')?.text === name),
  );

/** Everything a declaration's body declares, and its primary constructor's parameters. */
export function membersOf(declaration: TypeDeclarationNode): Member[] {
  const member = (kind: Member['kind'], node: Node, identifier: Node | null, type: Node | null): Member[] =>
    identifier ? [{ kind, node, identifier, type, owner: declaration }] : [];
  const primary = childrenOfType(declaration.node, 'parameter_list').flatMap((list) =>
    childrenOfType(list, 'parameter').flatMap((p) =>
      member('primary-parameter', p, field(p, 'name'), field(p, 'type')),
    ),
  );
  const body = field(declaration.node, 'body') ?? childrenOfType(declaration.node, 'declaration_list')[0];
  return [...primary, ...(body ? bodyMembers(body, member) : [])];
}

type MakeMember = (kind: Member['kind'], node: Node, identifier: Node | null, type: Node | null) => Member[];

const bodyMembers = (body: Node, member: MakeMember): Member[] =>
  namedChildren(body).flatMap((node) => {
    switch (node.type) {
      case 'field_declaration':
      case 'event_field_declaration': {
        const declaration = childrenOfType(node, 'variable_declaration')[0];
        if (!declaration) return [];
        return childrenOfType(declaration, 'variable_declarator').flatMap((declarator) =>
          member('field', declarator, field(declarator, 'name'), field(declaration, 'type')),
        );
      }
      case 'property_declaration':
        return member('property', node, field(node, 'name'), field(node, 'type'));
      case 'method_declaration':
        return member('method', node, field(node, 'name'), field(node, 'returns'));
      case 'enum_member_declaration':
        return member('enum-member', node, field(node, 'name'), null);
      default:
        return node.type.startsWith('preproc_') ? bodyMembers(node, member) : [];
    }
  });

/** The variable that the name means at this place: the one declared in the smallest scope around it. */
export function variableAt(name: string, node: Node, unit: Unit, owner: number | null): Variable | undefined {
  const at = node.startIndex;
  return unit.variables
    .get(name)
    ?.filter((v) => v.scope.start <= at && at < v.scope.end && v.owner === owner)
    .toSorted((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))[0];
}

const parentOf = (namespace: string): string | null => {
  if (namespace === '') return null;
  const dot = namespace.lastIndexOf('.');
  return dot < 0 ? '' : namespace.slice(0, dot);
};
