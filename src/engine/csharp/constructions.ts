import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import type { Arguments } from './arguments.ts';
import type { Binder } from './binder.ts';
import type { TypeDeclarationNode, Unit } from './declarations.ts';
import { documentationOf, documentedIn } from './documentation.ts';
import type { Expressions } from './expressions.ts';
import type { Construction, Constructor } from './index-types.ts';
import type { Parameters } from './parameters.ts';
import { answerOf, confidenceIn, hasLooseDirective, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { ancestor, childrenOfType, field, lastIdentifier, spanOf, typeDeclarations } from './syntax.ts';
import type { Type } from './types.ts';

/** Constructors that the solution declares, and the calls of constructors that it makes. */
export class Constructions {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
    private readonly expressions: Expressions,
    private readonly args: Arguments,
    private readonly parameters: Parameters,
  ) {}

  constructorsOf(type: string): Constructor[] {
    return this.types()
      .filter(({ name }) => name === type)
      .flatMap((declaration) => this.declaredBy(declaration));
  }

  /** Every call of a constructor of the type, which may be the product's or the solution's. */
  of(type: string): Construction[] {
    const is = (found: Type) => (found.kind === 'product' || found.kind === 'solution') && found.name === type;
    return [...this.creations(is), ...this.initializers(type, is)];
  }

  private *creations(is: (type: Type) => boolean): Iterable<Construction> {
    for (const unit of this.solution.parsedUnits) {
      for (const node of this.creationsIn(unit)) {
        const list = field(node, 'arguments') ?? childrenOfType(node, 'argument_list')[0];
        if (!list || !isRead(unit, spanOf(node))) continue;
        const { type } = this.expressions.typeOf(node, unit);
        if (!is(type)) continue;
        const name = field(node, 'type');
        const at = name ? spanOf(lastIdentifier(name)) : { start: node.startIndex, end: node.startIndex + 3 };
        yield this.construction('new', at, type, list, null, unit);
      }
    }
  }

  private creationsIn(unit: Unit): readonly Node[] {
    const known = this.found.get(unit);
    if (known) return known;
    const nodes = unit.root
      .descendantsOfType(['object_creation_expression', 'implicit_object_creation_expression'])
      .filter((node): node is Node => node !== null);
    this.found.set(unit, nodes);
    return nodes;
  }
  private readonly found = new WeakMap<Unit, readonly Node[]>();

  private *initializers(type: string, is: (type: Type) => boolean): Iterable<Construction> {
    for (const declaration of this.types()) {
      const own: Type = { kind: 'solution', name: declaration.name, declarations: [declaration], args: [] };
      const base = this.baseClassOf(declaration, is);
      if (!base && declaration.name !== type) continue;
      for (const head of constructorsIn(declaration)) {
        const initializer = initializerOf(head, declaration);
        if (!initializer || (initializer.kind === 'base' ? !base : declaration.name !== type)) continue;
        const { kind, at, list } = initializer;
        const by = this.constructorOf(head, declaration);
        yield this.construction(kind, at, kind === 'base' ? base! : own, list, by, declaration.unit);
      }
    }
  }

  /** The base class may be named by another part of a partial type. */
  private baseClassOf(declaration: TypeDeclarationNode, is: (type: Type) => boolean): Type | undefined {
    return this.binder.hierarchy
      .partsOf(declaration)
      .flatMap((part) => this.binder.hierarchy.basesOf(part))
      .find((base) => is(base.type))?.type;
  }

  private construction(
    kind: Construction['kind'],
    span: Span,
    type: Type,
    list: Node,
    by: Constructor | null,
    unit: Unit,
  ): Construction {
    return {
      path: unit.path,
      span,
      projects: unit.projects,
      kind,
      of: answerOf(type),
      arguments: childrenOfType(list, 'argument').map((node) => this.args.argumentOf(node, unit)),
      argumentList: spanOf(list),
      isOpaque: hasLooseDirective(unit, list) || !isRead(unit, spanOf(list)),
      by,
      confidence: confidenceIn(this.solution.reachesProduct(unit), unit.projects),
    };
  }

  private declaredBy(declaration: TypeDeclarationNode): Constructor[] {
    return constructorsIn(declaration).map((node) => this.constructorOf(node, declaration));
  }

  /** `node` is the constructor, or the type itself for a primary one. */
  private constructorOf(node: Node, declaration: TypeDeclarationNode): Constructor {
    const { unit } = declaration;
    const list = parameterListOf(node)!;
    return {
      ...placeOf(unit, field(node, 'name')!),
      type: declaration.name,
      selfType: selfTypeOf(declaration),
      parameters: this.parameters.in(list, unit),
      parameterList: spanOf(list),
      isPrimary: node.id === declaration.node.id,
      isOpaque:
        hasLooseDirective(unit, list) ||
        !isRead(unit, spanOf(list)) ||
        list.children.some((child) => child?.type === 'params'),
      documented: documentedIn(documentationOf(node), unit.parsed.file),
    };
  }

  private types(): TypeDeclarationNode[] {
    return this.solution.parsedUnits
      .flatMap(({ types }) => types)
      .filter(({ unit, identifier }) => isRead(unit, spanOf(identifier)));
  }
}

const parameterListOf = (node: Node) => field(node, 'parameters') ?? childrenOfType(node, 'parameter_list')[0];

/** Its instance constructors, the type itself where it has a primary one. */
function constructorsIn({ node, unit }: TypeDeclarationNode): Node[] {
  const body = field(node, 'body');
  const primary = childrenOfType(node, 'parameter_list').length > 0 && /^(class|struct|record)_/.test(node.type);
  const own = (body ? body.descendantsOfType('constructor_declaration') : []).filter(
    (head): head is Node =>
      head !== null &&
      ancestor(head, ...typeDeclarations)?.id === node.id &&
      isRead(unit, spanOf(field(head, 'name') ?? head)) &&
      !childrenOfType(head, 'modifier').some(({ text }) => text === 'static'),
  );
  return primary ? [node, ...own] : own;
}

function initializerOf(head: Node, { node }: TypeDeclarationNode) {
  if (head.id === node.id) {
    const bases = childrenOfType(node, 'base_list')[0];
    const primary = bases && childrenOfType(bases, 'primary_constructor_base_type')[0];
    const list = bases && childrenOfType(primary ?? bases, 'argument_list')[0];
    const name = bases?.namedChild(0);
    return list && name
      ? { kind: 'base' as const, at: spanOf(lastIdentifier(primary ? (field(primary, 'type') ?? name) : name)), list }
      : undefined;
  }
  const initializer = childrenOfType(head, 'constructor_initializer')[0];
  const list = initializer && childrenOfType(initializer, 'argument_list')[0];
  const keyword = initializer?.children.find((child) => child?.type === 'base' || child?.type === 'this');
  return list && keyword ? { kind: keyword.type as 'base' | 'this', at: spanOf(keyword), list } : undefined;
}

const selfTypeOf = ({ node, identifier }: TypeDeclarationNode) => {
  const parameters = childrenOfType(node, 'type_parameter_list')[0];
  const names = parameters ? childrenOfType(parameters, 'type_parameter').map((p) => field(p, 'name')!.text) : [];
  return names.length > 0 ? `${identifier.text}<${names.join(', ')}>` : identifier.text;
};
