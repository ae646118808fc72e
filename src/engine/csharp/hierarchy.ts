import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import type { TypeDeclarationNode } from './declarations.ts';
import { childrenOfType, field, isName, lastIdentifier, namedChildren } from './syntax.ts';
import { type Source, type Type, unknown } from './types.ts';

/** What the solution's types derive from. */
export class Hierarchy {
  constructor(
    private readonly binder: Binder,
    private readonly source: Source,
  ) {}

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

  /** All parts of a partial type. */
  partsOf(declaration: TypeDeclarationNode): readonly TypeDeclarationNode[] {
    const known = this.declared.get(declaration);
    if (known) return known;
    const found = this.source
      .declarationsNamed(declaration.name, declaration.unit)
      .filter(({ arity }) => arity === declaration.arity);
    const parts = found.includes(declaration) ? found : [declaration];
    this.declared.set(declaration, parts);
    return parts;
  }
  private readonly declared = new WeakMap<TypeDeclarationNode, readonly TypeDeclarationNode[]>();

  typeOf(declaration: TypeDeclarationNode): Type {
    return { kind: 'solution', name: declaration.name, declarations: this.partsOf(declaration), args: [] };
  }

  /** What `base` means in it. */
  baseClassOf(declaration: TypeDeclarationNode): Type {
    const bases = this.partsOf(declaration).flatMap((part) => this.basesOf(part));
    const isInterface = ({ node, type }: (typeof bases)[number]) =>
      type.kind === 'solution'
        ? type.declarations.every(({ node: declared }) => declared.type === 'interface_declaration')
        : /^I[A-Z]/.test(lastIdentifier(node).text);
    return bases.find((base) => !isInterface(base))?.type ?? { kind: 'other', name: 'object', args: [] };
  }

  private baseType(node: Node, declaration: TypeDeclarationNode): Type {
    const key = `${declaration.unit.id}:${node.startIndex}`;
    const cached = this.bases.get(key);
    if (cached) return cached;
    this.bases.set(key, unknown('derives from itself')); // while it is being looked up
    const type = this.binder.typeNamed(node, declaration.unit);
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
}
