import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import { owningType, type TypeDeclarationNode } from './declarations.ts';
import type { MemberDeclaration } from './index-types.ts';
import type { Parameters } from './parameters.ts';
import { answerOf, confidenceIn, hasDirective, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { childrenOfType, field, isTypeDeclaration, namedChildren, same, spanOf } from './syntax.ts';

const kinds: Readonly<Record<string, MemberDeclaration['kind']>> = {
  method_declaration: 'method',
  property_declaration: 'property',
  field_declaration: 'field',
  event_declaration: 'event',
  event_field_declaration: 'event',
};

/** Members that types of the solution declare, as they are written. */
export class MemberDeclarations {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
    private readonly parameters: Parameters,
  ) {}

  named(member: string, declaration: TypeDeclarationNode): MemberDeclaration[] {
    return (declaration.unit.identifiers.get(member) ?? []).flatMap((identifier) => {
      const node = declarationNamedBy(identifier);
      const isItsOwn = node && !same(node, declaration.node) && ownerOf(node) === declaration.node.id;
      return isItsOwn && isRead(declaration.unit, spanOf(identifier)) ? [this.of(node, identifier, declaration)] : [];
    });
  }

  private of(node: Node, identifier: Node, { unit, name }: TypeDeclarationNode): MemberDeclaration {
    const type = typeOf(node);
    const list = field(node, 'parameters');
    const explicit = childrenOfType(node, 'explicit_interface_specifier')[0];
    const interfaceName = explicit && namedChildren(explicit)[0];
    const body = field(node, 'body') ?? field(node, 'accessors');
    const head = { start: node.startIndex, end: body?.startIndex ?? node.endIndex };
    return {
      ...placeOf(unit, identifier),
      kind: isTypeDeclaration(node) ? 'type' : (kinds[node.type] ?? 'method'),
      name: identifier.text,
      type: name,
      modifiers: childrenOfType(node, 'modifier').map(({ text }) => text),
      explicitFor: interfaceName ? answerOf(this.binder.typeNamed(interfaceName, unit)) : null,
      typeText: type?.text ?? '',
      typeSpan: type ? spanOf(type) : null,
      parameters: list ? this.parameters.in(list, unit) : [],
      body: body ? spanOf(body) : null,
      isOpaque: hasDirective(unit, head),
      confidence: confidenceIn(this.solution.reachesProduct(unit), unit.projects),
    };
  }
}

/** The declaration whose name this is; of a field, the whole declaration and not the declarator. */
function declarationNamedBy(identifier: Node): Node | undefined {
  const { parent } = identifier;
  if (!parent || !same(field(parent, 'name'), identifier)) return undefined;
  if (parent.type === 'variable_declarator') {
    const whole = parent.parent?.parent;
    return whole && whole.type in kinds ? whole : undefined;
  }
  return parent.type in kinds || isTypeDeclaration(parent) ? parent : undefined;
}

const ownerOf = (node: Node) => (node.parent ? owningType(node) : null);

const typeOf = (node: Node) => {
  const variable = childrenOfType(node, 'variable_declaration')[0];
  return field(variable ?? node, 'type') ?? field(node, 'returns');
};
