import type { Node } from 'web-tree-sitter';
import {
  join,
  type Scope,
  scopeAt,
  type TypeDeclarationNode,
  typesAround,
  type Unit,
  type Variable,
} from './declarations.ts';
import { Hierarchy } from './hierarchy.ts';
import { Members } from './members.ts';
import { ancestors, childrenOfType, field, isName, lastIdentifier, namedChildren, partsOfName } from './syntax.ts';
import { notImported, type SolutionType, type Source, type Target, type Type, unknown } from './types.ts';

/** One part of a name, with its type arguments. */
interface Part {
  readonly name: string;
  readonly args: readonly Type[];
}

const nameOf = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name).join('.');
const partsOfText = (name: string): Part[] => name.split('.').map((part) => ({ name: part, args: [] }));
const plainTarget = (target: Target) => ('name' in target ? target.name : nameOf(partsOfName(target.node)));

const other = (name: string, args: readonly Type[] = []): Type => ({ kind: 'other', name, args });

/** Stands for a type argument of `G<>`. */
const open = other('');

/** C#'s look-up order for type names, over what the solution declares and what rules asked about. */
export class Binder {
  readonly members = new Members(this);
  readonly hierarchy: Hierarchy;

  constructor(private readonly source: Source) {
    this.hierarchy = new Hierarchy(this, source);
  }

  /** `T`, `A.B.T<X>`, `global::A.T`, `T?`, `T[]` at the place where it is written. */
  typeNamed(node: Node, unit: Unit): Type {
    switch (node.type) {
      case 'nullable_type':
      case 'ref_type':
      case 'scoped_type': {
        const inner = field(node, 'type') ?? namedChildren(node)[0];
        return inner ? this.typeNamed(inner, unit) : unknown('a type without a name');
      }
      case 'array_type': {
        const element = field(node, 'type');
        return other(node.text, element ? [this.typeNamed(element, unit)] : []);
      }
      case 'identifier':
      case 'generic_name':
        return this.simpleName(node, unit);
      case 'qualified_name':
      case 'alias_qualified_name':
      case 'member_access_expression':
        return this.qualifiedName(node, unit);
      default:
        return other(node.text);
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
    return this.simple(name, this.parts(node, unit)[0]!.args, unit, node.startIndex);
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
    return this.source.isProductName(name) ? notImported(name) : other(name, args);
  }

  /** A type by its full name, as code in this file sees it, however many type parameters it has. */
  declared(name: string, unit: Unit): Type {
    const declarations = this.source.declarationsNamed(name, unit);
    return declarations.length > 0
      ? { kind: 'solution', name, declarations, args: [] }
      : (this.fullName(name, [], unit) ?? other(name));
  }

  /** What the name would mean if the product did not have the type. */
  lookUpWithout(type: string, name: string, unit: Unit, offset: number): Type {
    this.missing = type;
    const found = this.lookUp(name, unit, offset);
    this.missing = undefined;
    return found;
  }
  private missing: string | undefined;

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
    if (alias) return this.target({ node: alias, unit }, unit);
    const isFile = scope.parent === null;
    const globalAlias = isFile ? this.source.globalAliases(unit).get(name) : undefined;
    if (globalAlias) return this.target(globalAlias, unit);
    const imports = new Set([...scope.imports, ...(isFile ? this.source.globalUsings(unit) : [])]);
    const found = new Map<string, Type>();
    for (const space of imports) {
      const type = this.relative(space, name, args, scope, unit);
      if (type && type.kind !== 'unknown') found.set(type.kind === 'other' ? '' : type.name, type);
    }
    const statics: Target[] = scope.statics.map((node) => ({ node, unit }));
    for (const target of isFile ? [...statics, ...this.source.globalStatics(unit)] : statics) {
      const nested =
        this.nestedIn(this.target(target, unit), [{ name, args }]) ??
        this.within(plainTarget(target), [{ name, args }], unit);
      if (nested && nested.kind !== 'unknown') found.set(nested.name, nested);
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

  /** A `using` inside a namespace may be written relative to it. */
  private target(target: Target, from: Unit): Type {
    if ('name' in target) return this.within('', partsOfText(target.name), from) ?? other(target.name);
    const { node, unit } = target;
    return isName(node) ? this.relativeTo(node.startIndex, this.parts(node, unit), unit) : this.typeNamed(node, unit);
  }

  /** A name looked up in the namespace around it, then in the one around that, and so on. */
  private relativeTo(offset: number, parts: readonly Part[], unit: Unit): Type {
    for (let space: string | null = scopeAt(unit, offset).namespace; space !== null; space = parentOf(space)) {
      const found = this.within(space, parts, unit);
      if (found) return found;
    }
    return other(nameOf(parts), parts.at(-1)?.args);
  }

  /** `A.B<T>.C`, one by one. */
  private parts(name: Node, unit: Unit): Part[] {
    return partsOfName(name).map(({ name: text, arguments: list, rank }) => ({
      name: text,
      args: rank > 0 && list.length === 0 ? Array<Type>(rank).fill(open) : list.map((one) => this.typeNamed(one, unit)),
    }));
  }

  /** A name of several parts below a namespace. The last of them may be types that are nested, or inherited, in the one before. */
  private within(space: string, parts: readonly Part[], unit: Unit): Type | undefined {
    for (let count = parts.length; count > 0; count--) {
      const outer = this.fullName(join(space, nameOf(parts.slice(0, count))), parts[count - 1]!.args, unit);
      const found = outer && (count === parts.length ? outer : this.nestedIn(outer, parts.slice(count)));
      if (found) return found;
    }
    return undefined;
  }

  private fullName(name: string, args: readonly Type[], unit: Unit): Type | undefined {
    const declarations = this.source.declarationsNamed(name, unit).filter(({ arity }) => arity === args.length);
    if (declarations.length > 0) return { kind: 'solution', name, declarations, args };
    return this.source.isProductType(name) && name !== this.missing ? { kind: 'product', name, args } : undefined;
  }

  private qualifiedName(node: Node, unit: Unit): Type {
    const parts = this.parts(node, unit);
    return node.text.trimStart().startsWith('global::')
      ? (this.within('', parts, unit) ?? other(nameOf(parts), parts.at(-1)?.args))
      : this.qualified(parts, unit, node.startIndex);
  }

  /** A name as text, with dots and without type arguments, as if it stood at `offset`. */
  named(name: string, unit: Unit, offset: number): Type {
    return this.qualified(partsOfText(name), unit, offset);
  }

  private qualified(parts: readonly Part[], unit: Unit, offset: number): Type {
    const [first, ...rest] = parts;
    if (!first) return other('');
    if (rest.length === 0) return this.simple(first.name, first.args, unit, offset);
    const unfound = other(nameOf(parts), parts.at(-1)?.args);
    const alias = this.aliasNamed(first.name, offset, unit);
    if (alias)
      return this.nestedIn(this.target(alias, unit), rest) ?? this.within(plainTarget(alias), rest, unit) ?? unfound;
    const outer = this.simple(first.name, first.args, unit, offset);
    if (outer.kind === 'solution') return this.nestedIn(outer, rest) ?? unfound;
    return this.relativeTo(offset, parts, unit);
  }

  private aliasNamed(name: string, offset: number, unit: Unit): Target | undefined {
    for (let scope: Scope | null = scopeAt(unit, offset); scope; scope = scope.parent) {
      const node = scope.aliases.get(name);
      if (node) return { node, unit };
    }
    return this.source.globalAliases(unit).get(name);
  }

  private nestedIn(outer: Type, rest: readonly Part[]): SolutionType | undefined {
    if (outer.kind !== 'solution') return undefined;
    let current = outer.declarations;
    for (const { name, args } of rest) {
      current = current.flatMap((declaration) => this.nestedType(declaration, name, new Set()));
      current = current.filter(({ arity }) => arity === args.length);
      if (current.length === 0) return undefined;
    }
    return { kind: 'solution', name: current[0]!.name, declarations: current, args: rest.at(-1)?.args ?? outer.args };
  }

  /** Members of a type parameter are those of the type that it is constrained to. `where T : IEquatable<T>` asks for itself. */
  private constraintOn(name: string, declaration: Node, unit: Unit): Type {
    const key = `${unit.id}:${declaration.startIndex}:${name}`;
    const clause = childrenOfType(declaration, 'type_parameter_constraints_clause').find(
      (one) => namedChildren(one)[0]?.text === name,
    );
    if (!clause || this.constraining.has(key)) return other(name);
    this.constraining.add(key);
    const types = childrenOfType(clause, 'type_parameter_constraint').flatMap(namedChildren).filter(isName);
    const known = types
      .map((type) => this.typeNamed(type, unit))
      .find(({ kind }) => kind === 'product' || kind === 'solution');
    this.constraining.delete(key);
    return known ?? other(name);
  }
  private readonly constraining = new Set<string>();

  private nestedType(outer: TypeDeclarationNode, name: string, seen: Set<string>): readonly TypeDeclarationNode[] {
    if (seen.has(outer.name)) return [];
    seen.add(outer.name);
    const own = this.source.declarationsNamed(`${outer.name}.${name}`, outer.unit);
    if (own.length > 0) return own;
    for (const base of this.hierarchy.basesOf(outer)) {
      if (base.type.kind !== 'solution') continue;
      const inherited = base.type.declarations.flatMap((declaration) => this.nestedType(declaration, name, seen));
      if (inherited.length > 0) return inherited;
    }
    return [];
  }
}

const hasTypeParameter = (node: Node, name: string) =>
  childrenOfType(node, 'type_parameter_list').some((list) =>
    childrenOfType(list, 'type_parameter').some((parameter) => field(parameter, 'name')?.text === name),
  );

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
