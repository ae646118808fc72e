import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import { contains } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Build } from './build.ts';
import type { ParsedFile } from './parse.ts';
import {
  ancestor,
  ancestors,
  childrenOfType,
  field,
  isTypeDeclaration,
  namedChildren,
  same,
  spanOf,
  typeDeclarations,
} from './syntax.ts';

/** A namespace declaration or the file itself, with what its `using`s bring. */
export interface Scope {
  readonly parent: Scope | null;
  readonly namespace: string; // full; '' for the file
  readonly range: Span;
  readonly imports: readonly string[];
  readonly statics: readonly Node[];
  readonly aliases: ReadonlyMap<string, Node>;
}

/** One declaration of a type; a partial type has several. */
export interface TypeDeclarationNode {
  readonly unit: Unit;
  readonly node: Node;
  readonly identifier: Node;
  readonly name: string; // full, nested types with a dot
  readonly arity: number;
  readonly range: Span;
}

export interface Variable {
  readonly name: string;
  readonly kind: 'local' | 'parameter' | 'lambda-parameter' | 'pattern' | 'foreach' | 'primary-parameter';
  readonly identifier: Node;
  readonly type: Node | null; // null where it is inferred
  readonly initializer: Node | null; // of `var x = …`, of `foreach (var x in …)`
  readonly scope: Span;
  readonly owner: number | null; // node id of the type declaration it stands in
}

/** One parsed file as one build reads it, and what it declares. */
export interface Unit {
  readonly path: FilePath;
  readonly id: string; // of the file in that build
  readonly build: Build;
  readonly parsed: ParsedFile;
  readonly root: Node;
  readonly projects: readonly FilePath[]; // the one of the build; none where no project came along
  readonly scopes: readonly Scope[]; // outermost first
  readonly types: readonly TypeDeclarationNode[];
  readonly variables: ReadonlyMap<string, readonly Variable[]>;
  readonly identifiers: ReadonlyMap<string, readonly Node[]>;
  readonly globalImports: readonly string[];
  readonly globalStatics: readonly Node[];
  readonly globalAliases: ReadonlyMap<string, Node>;
}

export function declarationsOf(parsed: ParsedFile, of: Pick<Unit, 'id' | 'build' | 'projects'>): Unit {
  const root = parsed.tree.rootNode;
  const scopes = scopesOf(root);
  const types: TypeDeclarationNode[] = [];
  let variables: Map<string, Variable[]> | undefined;
  const unit: Unit = {
    ...of,
    path: parsed.file.path,
    parsed,
    root,
    scopes,
    types,
    /** Few files are asked for them. */
    get variables() {
      variables ??= variablesOf(root);
      return variables;
    },
    identifiers: identifiersOf(root),
    ...globalUsingsOf(root),
  };
  for (const node of root.descendantsOfType([...typeDeclarations])) {
    if (node) types.push(...typeDeclaration(node, unit, scopes));
  }
  return unit;
}

export const scopeAt = (unit: Unit, offset: number): Scope =>
  unit.scopes.findLast(({ range }) => range.start <= offset && offset <= range.end) ?? unit.scopes[0]!;

/** Innermost first. */
export const typesAround = (unit: Unit, offset: number): TypeDeclarationNode[] =>
  unit.types.filter(({ range }) => range.start <= offset && offset < range.end).toReversed();

function identifiersOf(root: Node): Map<string, Node[]> {
  const byText = new Map<string, Node[]>();
  for (const node of root.descendantsOfType('identifier')) {
    if (!node) continue;
    const text = node.text.replace(/^@/, '');
    const list = byText.get(text);
    if (list) list.push(node);
    else byText.set(text, [node]);
  }
  return byText;
}

function scopesOf(root: Node): Scope[] {
  const scopes: Scope[] = [];
  const visit = (body: readonly Node[], namespace: string, range: Span, parent: Scope | null) => {
    const fileScoped = body.find((node) => node.type === 'file_scoped_namespace_declaration');
    const own = fileScoped ? body.filter((node) => node.startIndex < fileScoped.startIndex) : body;
    const scope: Scope = { parent, namespace, range, ...usingsOf(own) };
    scopes.push(scope);
    for (const node of own) {
      const inside = node.type === 'namespace_declaration' && field(node, 'body');
      if (inside) visit(flattened(namedChildren(inside)), join(namespace, nameText(node)), spanOf(node), scope);
    }
    if (fileScoped) {
      const rest = body.filter((node) => node.startIndex > fileScoped.startIndex);
      const inside = flattened(namedChildren(fileScoped));
      visit(
        [...inside, ...rest],
        join(namespace, nameText(fileScoped)),
        { ...range, start: fileScoped.startIndex },
        scope,
      );
    }
  };
  visit(flattened(namedChildren(root)), '', spanOf(root), null);
  return scopes;
}

/** Directives wrap what stands between them. */
const flattened = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => (node.type.startsWith('preproc_') ? flattened(namedChildren(node)) : [node]));

/** What the file's `global using`s bring to its whole project. */
function globalUsingsOf(root: Node) {
  const isGlobal = (node: Node) =>
    node.type === 'using_directive' && node.children.some((child) => child?.type === 'global');
  const { imports, statics, aliases } = usingsOf(flattened(namedChildren(root)).filter(isGlobal));
  return { globalImports: imports, globalStatics: statics, globalAliases: aliases };
}

function usingsOf(body: readonly Node[]) {
  const imports: string[] = [];
  const statics: Node[] = [];
  const aliases = new Map<string, Node>();
  for (const node of body) {
    if (node.type !== 'using_directive') continue;
    const alias = field(node, 'name');
    const target = namedChildren(node).findLast((child) => !same(child, alias));
    if (!target) continue;
    if (alias) aliases.set(alias.text, target);
    else if (node.children.some((child) => child?.type === 'static')) statics.push(target);
    else imports.push(plainName(target.text));
  }
  return { imports, statics, aliases };
}

export const plainName = (text: string) => text.replace(/\s+/g, '').replace(/^global::/, '');
const nameText = (node: Node) => plainName(field(node, 'name')?.text ?? '');
export const join = (outer: string, name: string) => (outer === '' ? name : `${outer}.${name}`);

function typeDeclaration(node: Node, unit: Unit, scopes: readonly Scope[]): TypeDeclarationNode[] {
  const identifier = field(node, 'name');
  if (!identifier) return [];
  const outer = [...ancestors(node)].filter(isTypeDeclaration).map((up) => field(up, 'name')?.text ?? '');
  const scope = scopes.findLast(({ range }) => contains(range, spanOf(node))) ?? scopes[0]!;
  const parameters = childrenOfType(node, 'type_parameter_list')[0];
  return [
    {
      unit,
      node,
      identifier,
      name: join(scope.namespace, [...outer.reverse(), identifier.text].join('.')),
      arity: parameters ? childrenOfType(parameters, 'type_parameter').length : 0,
      range: spanOf(node),
    },
  ];
}

const bodies = [
  'method_declaration',
  'constructor_declaration',
  'destructor_declaration',
  'operator_declaration',
  'conversion_operator_declaration',
  'indexer_declaration',
  'local_function_statement',
  'lambda_expression',
  'anonymous_method_expression',
  'delegate_declaration',
];
const blocks = [
  'block',
  'switch_section',
  'switch_expression_arm',
  'for_statement',
  'foreach_statement',
  'using_statement',
  'fixed_statement',
  'arrow_expression_clause',
  'lambda_expression',
  'accessor_declaration',
  'catch_clause',
  'compilation_unit',
];

function variablesOf(root: Node): Map<string, Variable[]> {
  const byName = new Map<string, Variable[]>();
  const add = (
    identifier: Node | null,
    kind: Variable['kind'],
    type: Node | null,
    initializer: Node | null,
    scope: Node,
  ) => {
    if (!identifier) return;
    const variable: Variable = {
      name: identifier.text.replace(/^@/, ''),
      kind,
      identifier,
      type: isInferred(type) ? null : type,
      initializer,
      scope: spanOf(scope),
      owner: owningType(identifier),
    };
    const list = byName.get(variable.name);
    if (list) list.push(variable);
    else byName.set(variable.name, [variable]);
  };
  const each = (types: string[], visit: (node: Node) => void) => {
    for (const node of root.descendantsOfType(types)) if (node) visit(node);
  };
  each(['parameter'], (node) => {
    const owner = ancestor(node, ...bodies, ...typeDeclarations);
    if (!owner) return;
    const kind =
      isTypeDeclaration(owner) && owner.type !== 'delegate_declaration'
        ? 'primary-parameter'
        : owner.type === 'lambda_expression'
          ? 'lambda-parameter'
          : 'parameter';
    add(field(node, 'name'), kind, field(node, 'type'), null, owner);
  });
  each(['implicit_parameter'], (node) => {
    const owner = ancestor(node, 'lambda_expression');
    if (owner) add(node.namedChildCount > 0 ? node.namedChild(0) : node, 'lambda-parameter', null, null, owner);
  });
  each(['variable_declarator'], (node) => {
    const declaration = node.parent;
    if (!declaration || ['field_declaration', 'event_field_declaration'].includes(declaration.parent?.type ?? ''))
      return;
    const name = field(node, 'name');
    const value =
      namedChildren(node).find((child) => !same(child, name) && child.type !== 'bracketed_argument_list') ?? null;
    add(name, 'local', field(declaration, 'type'), value, ancestor(node, ...blocks) ?? root);
  });
  each(['foreach_statement'], (node) => {
    const left = field(node, 'left');
    if (left?.type === 'identifier') add(left, 'foreach', field(node, 'type'), field(node, 'right'), node);
  });
  each(
    ['declaration_pattern', 'recursive_pattern', 'declaration_expression', 'var_pattern', 'catch_declaration'],
    (node) => {
      add(field(node, 'name'), 'pattern', field(node, 'type'), null, ancestor(node, ...blocks) ?? root);
    },
  );
  return byName;
}

const owningType = (node: Node): number | null => {
  for (const up of ancestors(node)) if (isTypeDeclaration(up)) return up.id;
  return null;
};

export { owningType };

/** `var`, `ref var`. */
const isInferred = (type: Node | null): boolean =>
  type?.type === 'implicit_type' || (type?.type === 'ref_type' && isInferred(field(type, 'type')));
