import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import type { TypeDeclarationNode } from './declarations.ts';
import { childrenOfType, enclosingType, field, namedChildren } from './syntax.ts';

/** A member of a type of the solution, where it is declared. */
export interface Member {
  readonly kind: 'field' | 'property' | 'method' | 'event' | 'primary-parameter' | 'enum-member';
  readonly node: Node; // the declaration
  readonly identifier: Node;
  readonly type: Node | null;
  readonly owner: TypeDeclarationNode;
}

/** Members of the solution's types, own and inherited. */
export class Members {
  constructor(private readonly binder: Binder) {}

  /** The member of that name, own or inherited from a type of the solution. */
  named(declarations: readonly TypeDeclarationNode[], name: string): Member | undefined {
    return this.all(declarations, name)[0];
  }

  /** All of that name, nearest first: overloads, and those that they hide or override. */
  all(declarations: readonly TypeDeclarationNode[], name: string, seen = new Set<string>()): readonly Member[] {
    const own = declarations.flatMap((declaration) => this.own(declaration).get(name) ?? []);
    const inherited = declarations.flatMap((declaration) =>
      this.binder.hierarchy.basesOf(declaration).flatMap(({ type }) => {
        if (type.kind !== 'solution' || seen.has(type.name)) return [];
        seen.add(type.name);
        return this.all(type.declarations, name, seen);
      }),
    );
    return [...own, ...inherited];
  }

  private own(declaration: TypeDeclarationNode): ReadonlyMap<string, readonly Member[]> {
    const cached = this.byName.get(declaration);
    if (cached) return cached;
    const members = new Map<string, Member[]>();
    for (const member of membersOf(declaration)) {
      const name = member.identifier.text.replace(/^@/, '');
      members.set(name, [...(members.get(name) ?? []), member]);
    }
    this.byName.set(declaration, members);
    return members;
  }
  private readonly byName = new WeakMap<TypeDeclarationNode, ReadonlyMap<string, readonly Member[]>>();
}

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

/** Members of a class are private unless they say otherwise; those of interfaces aren't. */
export function isPrivate(member: Node) {
  const declaration = member.type === 'variable_declarator' ? member.parent!.parent! : member;
  const modifiers = childrenOfType(declaration, 'modifier').map(({ text }) => text);
  const isOpen = modifiers.some((modifier) => /^(public|protected|internal)$/.test(modifier));
  return !isOpen && enclosingType(declaration)?.type !== 'interface_declaration' && !isExplicit(declaration);
}

const isExplicit = (member: Node) => childrenOfType(member, 'explicit_interface_specifier').length > 0;
