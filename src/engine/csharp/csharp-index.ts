import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { Binder, type Type, variableAt } from './binder.ts';
import { owningType, type TypeDeclarationNode, type Unit } from './declarations.ts';
import { calledName, conditionOperand, Expressions, lambdaParameters, type Typed } from './expressions.ts';
import type {
  Argument,
  Assignment,
  CodeBody,
  CSharpIndex,
  Invocation,
  MemberUse,
  MethodDeclaration,
  Place,
  TypeAnswer,
  TypeDeclaration,
  TypeUse,
} from './index-types.ts';
import { followInjection } from './injections.ts';
import { addCallAfter, addLambda, addToBody, addUsing } from './insertions.ts';
import { answerOf, confidenceIn, hasDirective, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import { simpleName } from './solution.ts';
import {
  ancestor,
  ancestors,
  childrenOfType,
  field,
  lastIdentifier,
  namedChildren,
  same,
  spanOf,
  typeArguments,
  unwrapped,
  wholeName,
} from './syntax.ts';
import { roleOf } from './type-uses.ts';

/** Answers rules' questions from the parsed files. Nothing it gives out is a syntax node. */
export function csharpIndex(solution: Solution): CSharpIndex {
  const binder = new Binder(solution);
  const expressions = new Expressions(binder);

  const units = () => solution.parsedUnits;
  const unitOf = (path: FilePath) => solution.unit(path)!;
  const identifiers = function* (name: string): Iterable<{ node: Node; unit: Unit }> {
    for (const unit of units()) {
      for (const node of unit.identifiers.get(name) ?? []) if (isRead(unit, spanOf(node))) yield { node, unit };
    }
  };

  const typeUse = (name: Node, unit: Unit): TypeUse => ({
    ...placeOf(unit, name),
    text: name.text,
    role: roleOf(name, unit) ?? 'other',
    meaning: answerOf(binder.typeNamed(name, unit)),
    confidence: confidenceIn(solution.reachesProduct(unit), unit.projects),
  });

  /** Names under which the type may be written: its own, and aliases for it. */
  const namesOf = (type: string): string[] => {
    const simple = simpleName(type);
    const aliases = units().flatMap((unit) =>
      unit.scopes.flatMap(({ aliases }) =>
        [...aliases].filter(([, target]) => lastIdentifier(target).text === simple).map(([name]) => name),
      ),
    );
    return [...new Set([simple, ...aliases])];
  };

  const typeNodes = function* (type: string): Iterable<{ name: Node; unit: Unit }> {
    for (const written of namesOf(type)) {
      for (const { node, unit } of identifiers(written)) {
        const name = wholeName(node);
        if (roleOf(name, unit) === undefined) continue;
        const meaning = binder.typeNamed(name, unit);
        if (meaning.kind === 'product' && meaning.name === type) yield { name, unit };
      }
    }
  };

  const declarationOf = (declaration: TypeDeclarationNode): TypeDeclaration => ({
    ...placeOf(declaration.unit, declaration.identifier),
    name: declaration.name,
    bases: binder.basesOf(declaration).map(({ node }) => typeUse(node, declaration.unit)),
  });

  const typesDerivedFrom = (type: string): TypeDeclarationNode[] =>
    units()
      .flatMap(({ types }) => types)
      .filter((t) => isRead(t.unit, spanOf(t.identifier)) && binder.isOrDerivesFrom(solutionType(t), type) === true);

  /** What a use of a member by its name is used on; undefined where the name isn't a use of a member. */
  const receiverOf = (
    node: Node,
    unit: Unit,
  ): { expression: Node | null; typed: Typed; kind: MemberUse['kind'] } | undefined => {
    const parent = node.parent!;
    const whole = parent.type === 'generic_name' ? parent : node;
    const holder = whole.parent!;
    if (
      (holder.type === 'member_access_expression' || holder.type === 'member_binding_expression') &&
      same(field(holder, 'name'), whole)
    ) {
      const access =
        holder.type === 'member_binding_expression' ? ancestor(holder, 'conditional_access_expression') : holder;
      const left = field(holder, 'expression') ?? (access && field(access, 'condition'));
      if (!left || !access) return undefined;
      const expression = holder.type === 'member_binding_expression' ? conditionOperand(left) : left;
      return { expression, typed: expressions.typeOf(expression, unit), kind: kindOf(access) };
    }
    if (isDeclaredHere(whole)) return undefined;
    if (variableAt(node.text, node, unit, owningType(node)) || isLocalFunction(node)) return undefined;
    const own = expressions.enclosing(node, unit);
    if (!own) return undefined;
    return { expression: null, typed: { type: solutionType(own), origin: 'none', namedAt: [] }, kind: kindOf(whole) };
  };

  const usesOf = (member: string, type: string): MemberUse[] => {
    const uses: MemberUse[] = [];
    for (const { node, unit } of identifiers(member)) {
      const receiver = receiverOf(node, unit);
      if (!receiver) continue;
      const { typed, expression, kind } = receiver;
      if (isOwnMember(typed.type, member, expression === null, node, unit)) continue;
      const derives = binder.isOrDerivesFrom(typed.type, type);
      if (derives === false || (derives === undefined && expression === null)) continue;
      uses.push({
        ...placeOf(unit, node),
        kind,
        name: member,
        receiver: expression?.text ?? '',
        receiverType: answerOf(typed.type),
        confidence: derives ? confidenceIn(solution.reachesProduct(unit), unit.projects) : 'possible',
        typedAt: typed.namedAt.map(({ node: at, unit: where }) => typeUse(at, where)),
      });
    }
    return uses;
  };

  /** The team's own member of that name, in the receiver's type, one it derives from, or a type around the call. */
  const isOwnMember = (type: Type, member: string, isUnqualified: boolean, node: Node, unit: Unit) => {
    if (type.kind === 'solution' && binder.memberOf(type.declarations, member)) return true;
    if (!isUnqualified) return false;
    return unit.types.some(
      (t) => t.range.start <= node.startIndex && node.startIndex < t.range.end && binder.memberOf([t], member),
    );
  };

  const argumentOf = (node: Node, unit: Unit): Argument => {
    const name = field(node, 'name');
    const value = namedChildren(node).findLast((child) => !same(child, name) && child.type !== 'name_colon') ?? node;
    const typeOf = value.type === 'typeof_expression' ? field(value, 'type') : null;
    return {
      ...placeOf(unit, value),
      name: name?.text ?? null,
      text: value.text,
      literal: literalOf(value, unit),
      type: answerOf(typeOf ? binder.typeNamed(typeOf, unit) : expressions.typeOf(value, unit).type),
      body: bodyOf(value, unit),
    };
  };

  const bodyOf = (value: Node, unit: Unit): CodeBody | null => {
    if (value.type === 'lambda_expression' || value.type === 'anonymous_method_expression') {
      const body = field(value, 'body') ?? childrenOfType(value, 'block')[0];
      const arrow = value.children.find((child) => child?.type === '=>');
      const named =
        value.type === 'lambda_expression'
          ? lambdaParameters(value)
          : parametersOf(childrenOfType(value, 'parameter_list')[0]);
      return body ? codeBody(unit, body, named, arrow ?? null) : null;
    }
    if (value.type !== 'identifier' && value.type !== 'member_access_expression') return null;
    const method = expressions.methodCalled(value, unit);
    const body = method && field(method.node, 'body');
    return method && body?.type === 'block'
      ? codeBody(method.owner.unit, body, parametersOf(field(method.node, 'parameters')), null)
      : null;
  };

  const invocation = (call: Node, name: Node, unit: Unit): Invocation => {
    const callee = field(call, 'function')!;
    const list = field(call, 'arguments')!;
    const receiver =
      field(callee, 'expression') ?? (field(callee, 'condition') && conditionOperand(field(callee, 'condition')!));
    const statement = ancestor(
      call,
      'expression_statement',
      'local_declaration_statement',
      'return_statement',
      'lambda_expression',
      'arrow_expression_clause',
    );
    return {
      ...placeOf(unit, call),
      name: lastIdentifier(name).text,
      nameSpan: spanOf(lastIdentifier(name)),
      receiver: receiver?.text ?? '',
      receiverSpan: receiver ? spanOf(receiver) : null,
      receiverType: answerOf(
        receiver ? expressions.typeOf(receiver, unit).type : { kind: 'unknown', why: 'no receiver' },
      ),
      typeArguments: typeArguments(name).map((node) => ({
        text: node.text,
        span: spanOf(node),
        type: answerOf(binder.typeNamed(node, unit)),
      })),
      arguments: childrenOfType(list, 'argument').map((node) => argumentOf(node, unit)),
      argumentList: spanOf(list),
      within: lambdasAround(call, unit),
      chain: chainOf(receiver),
      isOpaque: hasLooseDirective(unit, list) || !isRead(unit, spanOf(list)),
      method: field(ancestor(call, 'method_declaration', 'local_function_statement') ?? call, 'name')?.text ?? null,
      statement:
        statement && /_statement$/.test(statement.type) && statement.type !== 'return_statement'
          ? spanOf(statement)
          : null,
    };
  };

  const lambdasAround = (node: Node, unit: Unit) =>
    [...ancestors(node)]
      .filter(({ type }) => type === 'lambda_expression' || type === 'anonymous_method_expression')
      .flatMap((lambda) => {
        const callee = field(ancestor(lambda, 'invocation_expression') ?? lambda, 'function');
        const call = callee && lambda.parent?.type === 'argument' ? calledName(callee) : null;
        const body = bodyOf(lambda, unit);
        return call && body ? [{ call: lastIdentifier(call).text, body }] : [];
      })
      .toReversed();

  const literalOf = (value: Node, unit: Unit, depth = 0): string | number | boolean | null => {
    const literal = literalText(unwrapped(value));
    if (literal !== null || depth > 4) return literal;
    const constant = unwrapped(value);
    if (constant.type !== 'identifier' && constant.type !== 'member_access_expression') return null;
    const { variable, member } = expressions.typeOf(constant, unit);
    const declarator = member?.kind === 'field' && isConstant(member.node) ? member.node : variable?.identifier.parent;
    if (declarator?.type !== 'variable_declarator' || !isConstant(declarator)) return null;
    const initial = namedChildren(declarator).at(-1);
    return initial ? literalOf(initial, member?.owner.unit ?? unit, depth + 1) : null;
  };

  const assignmentsTo = (name: string): Assignment[] => {
    const found: Assignment[] = [];
    for (const { node, unit } of identifiers(name)) {
      const access =
        node.parent?.type === 'member_access_expression' && same(field(node.parent, 'name'), node) ? node.parent : node;
      const assignment = access.parent;
      if (assignment?.type !== 'assignment_expression' || !same(field(assignment, 'left'), access)) continue;
      const value = field(assignment, 'right');
      if (!value) continue;
      const isInitializer = assignment.parent?.type === 'initializer_expression';
      const on = access === node ? null : field(access, 'expression');
      const target = on
        ? expressions.typeOf(on, unit).type
        : isInitializer
          ? initializedType(assignment, unit)
          : { kind: 'unknown' as const, why: 'no receiver' };
      found.push({
        ...placeOf(unit, assignment),
        member: name,
        target: access.text,
        targetType: answerOf(target),
        value: spanOf(value),
        text: value.text,
        literal: literalOf(value, unit),
        isInitializer,
      });
    }
    return found;
  };

  const initializedType = (assignment: Node, unit: Unit): Type => {
    const creation = ancestor(assignment, 'object_creation_expression', 'implicit_object_creation_expression');
    return creation ? expressions.typeOf(creation, unit).type : { kind: 'unknown', why: 'no object creation' };
  };

  return {
    get parsed() {
      return units().map(({ path }) => path);
    },
    get notices() {
      return solution.notices;
    },
    usesOf,
    typeUses: (type) => [...typeNodes(type)].map(({ name, unit }) => typeUse(name, unit)),
    invocationsOf(method) {
      const found: Invocation[] = [];
      for (const { node, unit } of identifiers(method)) {
        const name = node.parent?.type === 'generic_name' ? node.parent : node;
        const call = callOf(name);
        if (call) found.push(invocation(call, name, unit));
      }
      return found;
    },
    assignmentsTo,
    readsOf(member) {
      const found: (Place & { receiverType: TypeAnswer })[] = [];
      for (const { node, unit } of identifiers(member)) {
        const access = node.parent;
        if (access?.type !== 'member_access_expression' || !same(field(access, 'name'), node)) continue;
        if (access.parent?.type === 'assignment_expression' && same(field(access.parent, 'left'), access)) continue;
        found.push({
          ...placeOf(unit, node),
          receiverType: answerOf(expressions.typeOf(field(access, 'expression')!, unit).type),
        });
      }
      return found;
    },
    typesDerivedFrom: (type) => typesDerivedFrom(type).map(declarationOf),
    overridesOf(method, type) {
      return typesDerivedFrom(type).flatMap((declaration): MethodDeclaration[] => {
        const { unit } = declaration;
        return (unit.identifiers.get(method) ?? [])
          .filter(({ parent }) => parent?.type === 'method_declaration')
          .filter(
            (node) =>
              same(field(node.parent!, 'name'), node) &&
              owningType(node) === declaration.node.id &&
              isRead(unit, spanOf(node)),
          )
          .map((node) => ({
            ...placeOf(unit, node),
            name: method,
            type: declaration.name,
            isOverride: childrenOfType(node.parent!, 'modifier').some(({ text }) => text === 'override'),
          }))
          .filter(({ isOverride }) => isOverride);
      });
    },
    injectionsOf(type) {
      const isAsked = (t: Type) => t.kind === 'product' && t.name === type;
      return [...typeNodes(type)]
        .filter(({ name, unit }) => ['injected-parameter', 'resolved'].includes(roleOf(name, unit) ?? ''))
        .map(({ name, unit }) => followInjection(name, unit, { binder, expressions, isAsked, typeUse, units }));
    },
    meaningOf: (name, at) => answerOf(binder.lookUp(name, unitOf(at.path), at.span.start)),
    declaresMember: (type, member) =>
      units().some(({ types }) => types.some((t) => t.name === type && binder.memberOf([t], member) !== undefined)),
    sourceOf: (path) => unitOf(path).parsed.file,
    using(path, namespace) {
      const unit = unitOf(path);
      const isThere = unit.scopes.some(
        (scope) =>
          scope.imports.includes(namespace) ||
          scope.namespace === namespace ||
          scope.namespace.startsWith(`${namespace}.`),
      );
      return isThere || solution.globalUsings(unit).includes(namespace) ? [] : addUsing(unit, namespace);
    },
    addStatement: (body, statement) => (body.isOpen ? addToBody(unitOf(body.path).parsed.file, body, statement) : []),
    addLambda(call, parameter, statement) {
      const inside = { start: call.argumentList.start + 1, end: call.argumentList.end - 1 };
      const { file } = unitOf(call.path).parsed;
      if (call.isOpaque || file.text.slice(inside.start, inside.end).trim() !== '') return [];
      return addLambda(file, { nameStart: call.nameSpan.start, at: inside }, parameter, statement);
    },
    addCallAfter: (call, newCall, parameter, statement) =>
      call.isOpaque || !call.statement
        ? []
        : addCallAfter(unitOf(call.path).parsed.file, call.statement, newCall, parameter, statement),
  };
}

const solutionType = (declaration: TypeDeclarationNode): Type => ({
  kind: 'solution',
  name: declaration.name,
  declarations: [declaration],
  args: [],
});

function kindOf(access: Node): MemberUse['kind'] {
  const parent = access.parent;
  if (parent?.type === 'invocation_expression' && same(field(parent, 'function'), access)) return 'call';
  const call = parent?.type === 'argument' ? ancestor(parent, 'invocation_expression') : undefined;
  return call && field(call, 'function')?.text === 'nameof' ? 'nameof' : 'method-group';
}

const isDeclaredHere = (node: Node) => {
  const parent = node.parent;
  if (!parent) return true;
  if (same(field(parent, 'name'), node) && parent.type !== 'generic_name') return true;
  return [
    'name_colon',
    'using_directive',
    'qualified_name',
    'attribute',
    'enum_member_declaration',
    'goto_statement',
  ].includes(parent.type);
};

const isLocalFunction = (node: Node) =>
  [...ancestors(node)].some((up) =>
    (up.type === 'global_statement' ? namedChildren(up.parent!).flatMap(namedChildren) : namedChildren(up)).some(
      (child) => child.type === 'local_function_statement' && field(child, 'name')?.text === node.text,
    ),
  );

/** The call whose method this name is. */
function callOf(name: Node): Node | undefined {
  const parent = name.parent;
  const callee =
    parent?.type === 'member_access_expression' && same(field(parent, 'name'), name)
      ? parent
      : parent?.type === 'member_binding_expression'
        ? parent.parent
        : name;
  const call = callee?.parent;
  return call?.type === 'invocation_expression' &&
    same(field(call, 'function'), callee ?? null) &&
    field(call, 'arguments')
    ? call
    : undefined;
}

function chainOf(receiver: Node | null): string[] {
  const names: string[] = [];
  for (let node = receiver; node?.type === 'invocation_expression'; ) {
    const callee = field(node, 'function');
    const name = callee && calledName(callee);
    if (name) names.unshift(lastIdentifier(name).text);
    node = callee ? field(callee, 'expression') : null;
  }
  return names;
}

const parametersOf = (list: Node | null | undefined) =>
  list ? childrenOfType(list, 'parameter').map((p) => field(p, 'name') ?? p) : [];

function codeBody(unit: Unit, body: Node, parameters: readonly Node[], arrow: Node | null): CodeBody {
  const isBlock = body.type === 'block';
  const span = spanOf(body);
  const last = isBlock ? namedChildren(body).findLast(({ type }) => type !== 'comment') : undefined;
  return {
    path: unit.path,
    parameters: parameters.map(({ text }) => text),
    span,
    isBlock,
    arrow: arrow ? spanOf(arrow) : { start: span.start, end: span.start },
    last: last ? spanOf(last) : null,
    endsEarly: endsEarly(body),
    isOpen:
      isRead(unit, span) &&
      (isBlock ? isBalanced(unit, span) : isStatementExpression(body) && !hasDirective(unit, span)),
  };
}

/** A `return` or `throw` of its own, that would leave what is added at the end behind it. */
const endsEarly = (body: Node) =>
  body.descendantsOfType(['return_statement', 'throw_statement', 'goto_statement']).some((node) => {
    const owner =
      node &&
      ancestor(
        node,
        'lambda_expression',
        'anonymous_method_expression',
        'local_function_statement',
        'method_declaration',
      );
    return owner !== undefined && owner !== null && owner.id === body.parent?.id;
  });

const isStatementExpression = (node: Node) =>
  ['assignment_expression', 'invocation_expression', 'object_creation_expression'].includes(node.type);

const isBalanced = (unit: Unit, { start, end }: Span) => {
  const text = unit.parsed.file.text.slice(start, end);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/^[ \t]*#[ \t]*if\b/gm) === count(/^[ \t]*#[ \t]*endif\b/gm);
};

/** A directive in the list itself; inside the block of a lambda it is a statement's affair. */
const hasLooseDirective = (unit: Unit, list: Node) => {
  const blocks = list.descendantsOfType('block').filter((node): node is Node => node !== null);
  return unit.parsed.directives.lines.some(
    ({ start, end }) =>
      list.startIndex < start && end <= list.endIndex && !blocks.some((b) => b.startIndex < start && end < b.endIndex),
  );
};

function literalText(node: Node): string | number | boolean | null {
  switch (node.type) {
    case 'string_literal':
      return unescaped(node.text.slice(1, -1));
    case 'verbatim_string_literal':
      return node.text.slice(2, -1).replaceAll('""', '"');
    case 'raw_string_literal':
      return /^"{3,}(.*?)"{3,}$/s.exec(node.text)?.[1]?.trim() ?? null;
    case 'integer_literal':
    case 'real_literal': {
      const value = Number(node.text.replaceAll('_', '').replace(/[uUlLfFdDmM]+$/, ''));
      return Number.isNaN(value) ? null : value;
    }
    case 'boolean_literal':
      return node.text === 'true';
    default:
      return null;
  }
}

const unescaped = (text: string) =>
  text.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,4}|.)/g, (_, code: string) => {
    if (/^[ux]/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return { n: '\n', r: '\r', t: '\t', '0': '\0' }[code] ?? code;
  });

const isConstant = (declarator: Node) => {
  const declaration = declarator.parent?.parent;
  return declaration
    ? childrenOfType(declaration, 'modifier').some(({ text }) => text === 'const') ||
        declaration.children.some((c) => c?.type === 'const')
    : false;
};
