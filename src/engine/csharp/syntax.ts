import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';

/** Small questions to the syntax tree. Node types are those of tree-sitter-c-sharp. */
export const spanOf = (node: Node): Span => ({ start: node.startIndex, end: node.endIndex });
export const field = (node: Node, name: string) => node.childForFieldName(name);
export const same = (a: Node | null, b: Node | null) => a !== null && b !== null && a.id === b.id;

export function* ancestors(node: Node): Iterable<Node> {
  for (let up = node.parent; up; up = up.parent) yield up;
}

export const ancestor = (node: Node, ...types: readonly string[]): Node | undefined => {
  for (const up of ancestors(node)) if (types.includes(up.type)) return up;
  return undefined;
};

export const namedChildren = (node: Node): Node[] =>
  node.namedChildren.filter((child): child is Node => child !== null);

export const childrenOfType = (node: Node, ...types: readonly string[]) =>
  namedChildren(node).filter((child) => types.includes(child.type));

const typeDeclarations = [
  'class_declaration',
  'struct_declaration',
  'interface_declaration',
  'record_declaration',
  'enum_declaration',
  'delegate_declaration',
];
export const isTypeDeclaration = (node: Node) => typeDeclarations.includes(node.type);
export { typeDeclarations };

export const nameTypes = ['identifier', 'generic_name', 'qualified_name', 'alias_qualified_name'];
export const isName = (node: Node) => nameTypes.includes(node.type);

/** The identifier of a name: `C` of `A.B.C<T>`. */
export function lastIdentifier(name: Node): Node {
  if (
    name.type === 'qualified_name' ||
    name.type === 'alias_qualified_name' ||
    name.type === 'member_access_expression'
  ) {
    const last = field(name, 'name');
    return last ? lastIdentifier(last) : name;
  }
  return name.type === 'generic_name' ? (namedChildren(name)[0] ?? name) : name;
}

/** The whole name that this identifier is the last part of: `A.B.C<T>` for `C`. */
export function wholeName(identifier: Node): Node {
  let node = identifier;
  for (;;) {
    const parent = node.parent;
    if (parent?.type === 'generic_name' && same(namedChildren(parent)[0] ?? null, node)) node = parent;
    else if (
      (parent?.type === 'qualified_name' || parent?.type === 'alias_qualified_name') &&
      same(field(parent, 'name'), node)
    )
      node = parent;
    else return node;
  }
}

export const typeArguments = (name: Node): Node[] => {
  const generic = name.type === 'generic_name' ? name : field(name, 'name');
  if (generic?.type !== 'generic_name') return [];
  const list = childrenOfType(generic, 'type_argument_list')[0];
  return list ? namedChildren(list) : [];
};

/** `A.B<T>.C` in its parts; `rank` counts the type arguments, those left open in `G<>` included. `global::` is none. */
export function partsOfName(name: Node): { name: string; arguments: Node[]; rank: number }[] {
  if (
    name.type === 'qualified_name' ||
    name.type === 'member_access_expression' ||
    name.type === 'alias_qualified_name'
  ) {
    const left = field(
      name,
      name.type === 'qualified_name' ? 'qualifier' : name.type === 'alias_qualified_name' ? 'alias' : 'expression',
    );
    const right = field(name, 'name');
    const outer = left && left.text !== 'global' ? partsOfName(left) : [];
    return right ? [...outer, ...partsOfName(right)] : outer;
  }
  const list = name.type === 'generic_name' ? childrenOfType(name, 'type_argument_list')[0] : undefined;
  const rank = list ? list.children.filter((child) => child?.type === ',').length + 1 : 0;
  return [{ name: lastIdentifier(name).text.replace(/^@/, ''), arguments: list ? namedChildren(list) : [], rank }];
}

/** `x`, `(x)`, `x!`, `await x` … without what is around it. */
export function unwrapped(node: Node): Node {
  if (node.type === 'parenthesized_expression' || node.type === 'postfix_unary_expression') {
    const inner = namedChildren(node)[0];
    return inner ? unwrapped(inner) : node;
  }
  return node;
}

/** A place where the text is a name but no value: a declaration, a named argument, the right side of a dot. */
export function isNameOnly(use: Node) {
  const parent = use.parent;
  if (!parent) return true;
  if (same(field(parent, 'name'), use) && parent.type !== 'member_access_expression') return true;
  return parent.type === 'name_colon' || parent.type === 'labeled_statement';
}

export const isQualified = (use: Node) =>
  use.parent?.type === 'member_access_expression' && same(field(use.parent, 'name'), use);

/** The local function that the name means at this place. */
export const localFunctionAt = (name: Node): Node | undefined => {
  for (const up of ancestors(name)) {
    const statements =
      up.type === 'global_statement' ? namedChildren(up.parent!).flatMap(namedChildren) : namedChildren(up);
    const found = statements.find(
      (one) => one.type === 'local_function_statement' && field(one, 'name')?.text === name.text,
    );
    if (found) return found;
  }
  return undefined;
};

/** `await t?.M()` is read as `(await t)?.M()` by the grammar, where C# awaits the whole. */
export const conditionOperand = (condition: Node): Node =>
  condition.type === 'await_expression' ? (namedChildren(condition)[0] ?? condition) : condition;

/** `M` of `M()`, `a.M()`, `a?.M()`, with its type arguments. */
export function calledName(callee: Node): Node | null {
  if (callee.type === 'identifier' || callee.type === 'generic_name') return callee;
  if (callee.type === 'member_access_expression' || callee.type === 'member_binding_expression')
    return field(callee, 'name');
  if (callee.type === 'conditional_access_expression') {
    const binding = namedChildren(callee).find((child) => child.type === 'member_binding_expression');
    return binding ? field(binding, 'name') : null;
  }
  return null;
}

export const lambdaParameters = (lambda: Node): Node[] => {
  const parameters = field(lambda, 'parameters') ?? childrenOfType(lambda, 'parameter_list', 'implicit_parameter')[0];
  if (!parameters) return [];
  if (parameters.type === 'implicit_parameter' || parameters.type === 'identifier') return [parameters];
  return childrenOfType(parameters, 'parameter', 'implicit_parameter').map((p) => field(p, 'name') ?? p);
};

export const isStatic = (node: Node) => childrenOfType(node, 'modifier').some((m) => m.text === 'static');
export const enclosingType = (node: Node) => [...ancestors(node)].find(isTypeDeclaration);
