import type { Node } from 'web-tree-sitter';
import type { Binder } from './binder.ts';
import { owningType, type TypeDeclarationNode, typesAround, type Unit, type Variable } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Value } from './index-types.ts';
import { type Member, membersOf } from './members.ts';
import { typeArgumentsOf } from './parameters.ts';
import { answerOf } from './places.ts';
import { ancestors, childrenOfType, isStatic, isTypeDeclaration } from './syntax.ts';

/** What code can name where it stands, with what it is. */
export class Values {
  constructor(
    private readonly binder: Binder,
    private readonly expressions: Expressions,
    private readonly parts: (name: string) => readonly TypeDeclarationNode[],
  ) {}

  /** Nearest first: variables, then members of the types around. */
  at(offset: number, unit: Unit): Value[] {
    const node = unit.root.descendantForIndex(offset);
    if (!node || isCutOff(node)) return [];
    const variables = this.variablesAt(node, unit);
    const isInstance = hasThis(node);
    const members = typesAround(unit, offset).flatMap((declaration, level) =>
      this.parts(declaration.name)
        .flatMap(membersOf)
        .filter(({ kind }) => kind === 'field' || kind === 'property')
        .filter((member) => (isInstance && level === 0) || isStatic(declarationOf(member)))
        .flatMap((member) => this.ofMember(member)),
    );
    const names = new Set(variables.map(({ name }) => name));
    return [...variables, ...members.filter(({ name }) => !names.has(name))];
  }

  private variablesAt(node: Node, unit: Unit): Value[] {
    const at = node.startIndex;
    return [...unit.variables.values()]
      .flat()
      .filter((v) => v.owner === owningType(node) && v.scope.start <= at && at < v.scope.end)
      .filter((v) => v.kind.endsWith('parameter') || v.identifier.endIndex < at)
      .toSorted((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))
      .flatMap((variable) => this.ofVariable(variable, unit));
  }

  private ofVariable(variable: Variable, unit: Unit): Value[] {
    const { type } = this.expressions.ofVariable(variable, unit);
    const kind = variable.kind.endsWith('parameter') ? 'parameter' : 'local';
    const isSet = isVariableSet(variable);
    return [{ name: variable.name, kind, isSet, type: answerOf(type), typeArguments: typeArgumentsOf(type) }];
  }

  private ofMember({ kind, type, identifier, owner }: Member): Value[] {
    if (!type || type.type === 'implicit_type') return [];
    const meaning = this.binder.typeNamed(type, owner.unit);
    return [
      {
        name: identifier.text,
        kind: kind === 'field' ? 'field' : 'property',
        isSet: type.type !== 'nullable_type',
        type: answerOf(meaning),
        typeArguments: typeArgumentsOf(meaning),
      },
    ];
  }
}

function isVariableSet({ kind, identifier, type, initializer }: Variable): boolean {
  if (kind === 'pattern' || type?.type === 'nullable_type') return false;
  if (kind === 'local') return initializer !== null && !/^(null|default)\b/.test(initializer.text);
  const parameter = identifier.parent;
  return parameter?.type !== 'parameter' || !parameter.children.some((child) => child && /^(out|=)$/.test(child.text));
}

const declarationOf = ({ node }: Member) =>
  node.type === 'variable_declarator' ? (node.parent?.parent ?? node) : node;

/** Inside a static lambda or local function, which see nothing from outside. */
const isCutOff = (node: Node) =>
  [...ancestors(node)].some(
    (up) => /^(lambda_expression|anonymous_method_expression|local_function_statement)$/.test(up.type) && isStatic(up),
  );

/** Whether an instance of the type around is there: not in static members, initializers of fields and of constructors. */
function hasThis(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (up.type === 'constructor_initializer' || up.type === 'base_list') return false;
    if (up.type === 'field_declaration') return false;
    if (up.type === 'property_declaration' && childrenOfType(up, 'arrow_expression_clause').length === 0)
      if (!isInAccessor(node, up)) return false;
    if (/^(method|property|indexer|event)_declaration$/.test(up.type)) return !isStatic(up);
    if (up.type === 'constructor_declaration') return !isStatic(up);
    if (isTypeDeclaration(up)) return false;
  }
  return false;
}

const isInAccessor = (node: Node, property: Node) => {
  for (const up of ancestors(node)) {
    if (up.id === property.id) return false;
    if (up.type === 'accessor_declaration') return true;
  }
  return false;
};
