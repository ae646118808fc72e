import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import { join, type Scope, scopeAt, type TypeDeclarationNode, type Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { ExtensionClash, NewExtension } from './index-types.ts';
import { callOf, type Invocations } from './invocations.ts';
import { confidenceIn, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { childrenOfType, field, namedChildren, spanOf } from './syntax.ts';

interface Own {
  readonly identifier: Node;
  readonly declaration: TypeDeclarationNode;
  readonly namespace: string;
}

/** Calls that an own extension method answered, and that the product's new one of the same shape makes ambiguous (CS0121). */
export class ExtensionClashes {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
    private readonly expressions: Expressions,
    private readonly invocations: Invocations,
  ) {}

  with(added: NewExtension): ExtensionClash[] {
    const named = this.solution.parsedUnits.flatMap((unit) =>
      (unit.identifiers.get(added.name) ?? [])
        .filter((node) => isRead(unit, spanOf(node)))
        .map((node) => ({ node, unit })),
    );
    const own = named.flatMap(({ node, unit }) => this.sameShape(node, unit, added));
    if (own.length === 0) return [];
    return named.flatMap(({ node, unit }): ExtensionClash[] => {
      const invoked = callOf(node);
      const call = invoked && this.invocations.of(invoked, node, unit);
      const fits = invoked && this.isGiven(invoked, added, unit);
      if (!call || !fits || call.receiverSpan === null || !this.isExtended(invoked, added, unit)) return [];
      const [one, ...more] = this.reached(own, added, node, unit);
      if (!one || more.length > 0) return [];
      const declared = { ...placeOf(one.declaration.unit, one.identifier), type: one.declaration.name };
      const confidence =
        fits === 'maybe' ? 'possible' : confidenceIn(this.solution.reachesProduct(unit), unit.projects);
      return [{ ...placeOf(unit, node), call, own: declared, confidence }];
    });
  }

  /** The declaration of an extension method with the same parameters, whose types are not the team's own. */
  private sameShape(identifier: Node, unit: Unit, added: NewExtension): Own[] {
    const method = identifier.parent;
    if (method?.type !== 'method_declaration' || field(method, 'name')?.id !== identifier.id) return [];
    const parameters = childrenOfType(field(method, 'parameters') ?? method, 'parameter');
    const types = parameters.map((one) => field(one, 'type'));
    const isExtension = parameters[0]?.children.some((child) => child?.text === 'this') ?? false;
    const declaration = unit.types.findLast(
      ({ range }) => range.start <= identifier.startIndex && identifier.startIndex < range.end,
    );
    if (!isExtension || !declaration || types.length !== added.parameters.length) return [];
    const isSame = types.every(
      (type, i) => type && plain(type.text) === added.parameters[i] && !this.isOwn(type, unit),
    );
    return isSame ? [{ identifier, declaration, namespace: scopeAt(unit, declaration.node.startIndex).namespace }] : [];
  }

  private isOwn(type: Node, unit: Unit): boolean {
    const names = type.type === 'identifier' ? [type] : [type, ...type.descendantsOfType('identifier')];
    return names.some((name) => name !== null && this.binder.typeNamed(name, unit).kind === 'solution');
  }

  /** Out from the call: at each namespace its own classes first, then what is imported there. Both in one place: no one wins. */
  private reached(own: readonly Own[], added: NewExtension, node: Node, unit: Unit): readonly Own[] {
    const visible = own.filter(({ declaration }) =>
      this.solution
        .declarationsNamed(declaration.name, unit)
        .some((one) => one.node.id === declaration.node.id && one.unit === declaration.unit),
    );
    for (let scope: Scope | null = scopeAt(unit, node.startIndex); scope; scope = scope.parent) {
      const outer = scope.parent?.namespace ?? null;
      for (let space: string | null = scope.namespace; space !== null && space !== outer; space = parentOf(space)) {
        const here = visible.filter(({ namespace }) => namespace === space);
        if (here.length > 0 || added.namespace === space) return added.namespace === space ? here : [];
        if (space === scope.namespace) {
          const imports = importsOf(scope, unit, this.solution);
          const found = visible.filter(
            ({ namespace, declaration }) => imports.has(namespace) || imports.has(declaration.name),
          );
          const isBoth = imports.has(added.namespace);
          if (found.length > 0 || isBoth) return isBoth ? found : [];
        }
      }
    }
    return [];
  }

  /** Called on a value that may be what both methods extend, and not on their class or on a type with such a method itself. */
  private isExtended(call: Node, { name, parameters }: NewExtension, unit: Unit): boolean {
    const callee = field(call, 'function');
    const left = callee && field(callee, 'expression');
    if (!left) return false;
    const { type, origin } = this.expressions.typeOf(left, unit);
    if (origin === 'type') return false;
    if (type.kind === 'solution')
      return (
        this.binder.members.named(type.declarations, name) === undefined &&
        type.declarations.some((one) =>
          this.binder.hierarchy.basesOf(one).some(({ node }) => plain(node.text) === parameters[0]),
        )
      );
    return type.kind !== 'other' || plain(type.name) === parameters[0];
  }

  /** Whether the arguments fit both methods. */
  private isGiven(call: Node, { parameters }: NewExtension, unit: Unit): boolean | 'maybe' {
    const given = childrenOfType(field(call, 'arguments') ?? call, 'argument');
    if (given.length !== parameters.length - 1) return false;
    const isCollection = parameters.slice(1).some((one) => one.startsWith('ICollection<'));
    return (
      !isCollection ||
      (given.every((argument) => argument.text !== 'null') && this.isCollection(namedChildren(given[0]!).at(-1)!, unit))
    );
  }

  /** Whether it is an `ICollection`; what is only enumerable never reached a method that asks for one. */
  private isCollection(value: Node, unit: Unit): boolean | 'maybe' {
    if (/^(implicit_)?array_creation_expression$/.test(value.type)) return true;
    if (/\.To(List|Array|HashSet)\(\)$/.test(value.text)) return true;
    const { type } = this.expressions.typeOf(value, unit);
    if (type.kind !== 'other') return 'maybe';
    const name = plain(type.name).replace(/<.*/, '');
    if (/^(IEnumerable|IReadOnly\w+|IQueryable|IConfiguration\w*|IOrdered\w+)$/.test(name)) return false;
    return /^(List|IList|ICollection|Collection|HashSet|ISet|SortedSet)$/.test(name) || /\[\]$/.test(name) || 'maybe';
  }
}

/** Namespaces that a namespace declaration, or the file with its project, imports; and classes by `using static`. */
function importsOf(scope: Scope, unit: Unit, solution: Solution): ReadonlySet<string> {
  const written = [...scope.imports, ...scope.statics.map(({ text }) => text)];
  const found = new Set(scope.parent === null ? solution.globalUsings(unit) : []);
  for (const name of written)
    for (let outer: string | null = scope.namespace; outer !== null; outer = parentOf(outer))
      found.add(join(outer, name));
  return found;
}

const parentOf = (space: string): string | null =>
  space === '' ? null : space.slice(0, Math.max(0, space.lastIndexOf('.')));

/** `System.Collections.Generic.ICollection<Client>?` → `ICollection<Client>` */
const plain = (type: string) =>
  type
    .replace(/\s+/g, '')
    .replace(/(\w+(\.|::))+(?=\w)/g, '')
    .replace(/\?/g, '');
