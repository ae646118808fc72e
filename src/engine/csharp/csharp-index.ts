import type { Node } from 'web-tree-sitter';
import { contains } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { Agreement } from './agreement.ts';
import { Arguments } from './arguments.ts';
import { Assignments } from './assignments.ts';
import { Binder } from './binder.ts';
import { Constructions } from './constructions.ts';
import { owningType, type TypeDeclarationNode, typesAround, type Unit } from './declarations.ts';
import { describeParameter, undescribeParameter } from './documentation.ts';
import { Expressions } from './expressions.ts';
import { ExtensionClashes } from './extension-clashes.ts';
import type { CSharpIndex } from './index-questions.ts';
import type { Construction, Constructor, MethodDeclaration, TypeDeclaration, TypeUse } from './index-types.ts';
import { followInjection } from './injections.ts';
import { addCallAfter, addLambda, addMethod, addToBody } from './insertions.ts';
import type { Invocation } from './invocation-types.ts';
import { callOf, Invocations } from './invocations.ts';
import { leftUsing } from './left-usings.ts';
import { insertItem, type List, removeItem } from './list-edits.ts';
import { LiteralUses } from './literal-uses.ts';
import { MemberDeclarations } from './member-declarations.ts';
import { MemberReads } from './member-reads.ts';
import { MemberUses } from './member-uses.ts';
import { Naming } from './naming.ts';
import { nullFlows } from './nullability/null-flows.ts';
import { ObjectCreations } from './object-creations.ts';
import { Origins } from './origins.ts';
import { Parameters } from './parameters.ts';
import { answerOf, confidenceIn, isRead, placeOf } from './places.ts';
import { agreed, common, withoutDoubles } from './readings.ts';
import { returnsOf } from './returns.ts';
import type { Solution } from './solution.ts';
import { simpleName } from './solution.ts';
import { SwitchExpressions } from './switch-expressions.ts';
import { childrenOfType, field, lastIdentifier, same, spanOf, wholeName } from './syntax.ts';
import { listRoleOf, roleOf } from './type-uses.ts';
import type { Type } from './types.ts';
import { Values } from './values.ts';

/** Answers rules' questions from the parsed files. Nothing it gives out is a syntax node. */
export function csharpIndex(solution: Solution): CSharpIndex {
  const binder = new Binder(solution);
  const expressions = new Expressions(binder);
  const args = new Arguments(binder, expressions);
  const invocations = new Invocations(binder, expressions, args);

  const units = () => solution.parsedUnits;
  const fileOf = (path: FilePath) => solution.units(path)[0]!.parsed.file;
  const identifiers = function* (name: string): Iterable<{ node: Node; unit: Unit }> {
    for (const unit of units()) {
      for (const node of unit.identifiers.get(name) ?? []) if (isRead(unit, spanOf(node))) yield { node, unit };
    }
  };

  const parameters = new Parameters(binder);
  const constructions = new Constructions(solution, binder, expressions, args, parameters);
  const objects = new ObjectCreations(solution, binder, expressions, args);
  const members = new MemberDeclarations(solution, binder, parameters);
  const reads = new MemberReads(solution, expressions);
  const switches = new SwitchExpressions(solution, binder);
  const extensions = new ExtensionClashes(solution, binder, expressions, invocations);
  const literals = new LiteralUses(solution, invocations);
  const origins = new Origins(solution, binder, expressions);
  const agreement = new Agreement(solution, expressions);
  const naming = new Naming(solution, binder);
  const values = new Values(binder, expressions, (name) =>
    units().flatMap(({ types }) => types.filter((type) => type.name === name)),
  );

  const typeUse = (name: Node, unit: Unit): TypeUse => ({
    ...placeOf(unit, name),
    text: name.text,
    role: roleOf(name, unit) ?? 'other',
    listRole: listRoleOf(name, unit),
    type: typesAround(unit, name.startIndex)[0]?.name ?? null,
    meaning: answerOf(binder.typeNamed(name, unit)),
    confidence: confidenceIn(solution.reachesProduct(unit), unit.projects),
  });

  const uses = new MemberUses(solution, binder, expressions, invocations, typeUse);
  const assignments = new Assignments(expressions, args);

  /** Names under which the type may be written: its own, and aliases for it. */
  const namesOf = (type: string): string[] => {
    const simple = simpleName(type);
    const aliases = units().flatMap((unit) =>
      unit.scopes.flatMap(({ aliases }) =>
        [...aliases].filter(([, target]) => lastIdentifier(target).text === simple).map(([name]) => name),
      ),
    );
    const ofProjects = solution.projectAliases.flatMap(([name, of]) => (simpleName(of) === simple ? [name] : []));
    return [...new Set([simple, ...aliases, ...ofProjects])];
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
    isInterface: declaration.node.type === 'interface_declaration',
    bases: binder.hierarchy.basesOf(declaration).map(({ node }) => typeUse(node, declaration.unit)),
  });

  /** All parts of the types derived from it. */
  const typesDerivedFrom = (type: string): TypeDeclarationNode[] =>
    units()
      .flatMap(({ types }) => types)
      .filter(
        (t) =>
          isRead(t.unit, spanOf(t.identifier)) &&
          binder.hierarchy.isOrDerivesFrom(binder.hierarchy.typeOf(t), type) === true,
      );
  const names = (declaration: TypeDeclarationNode, base: string) =>
    binder.hierarchy.basesOf(declaration).some((one) => binder.hierarchy.isOrDerivesFrom(one.type, base) === true);

  const listOf = ({ path, argumentList, arguments: items }: Construction): List => ({
    file: fileOf(path),
    span: argumentList,
    items: items.map(({ whole }) => whole),
  });
  const parametersOf = ({ path, parameterList, parameters }: Constructor): List => ({
    file: fileOf(path),
    span: parameterList,
    items: parameters.map(({ span }) => span),
  });

  const index: CSharpIndex = {
    get parsed() {
      return [...new Set(units().map(({ path }) => path))];
    },
    get notices() {
      return solution.notices;
    },
    usesOf: (member, type) => [...uses.of(member, type, [...identifiers(member)]), ...uses.crefsTo(member, type)],
    typeUses: (type) => [...typeNodes(type)].map(({ name, unit }) => typeUse(name, unit)),
    clashesWith(type) {
      const simple = simpleName(type);
      /** The other type's full name, and whether it loses its name. */
      const clash = (name: Node, unit: Unit): readonly [string, boolean] | undefined => {
        const meaning = binder.typeNamed(name, unit);
        if (meaning.kind === 'product' && meaning.name === type) {
          const before = binder.lookUpWithout(type, simple, unit, name.startIndex);
          return before.kind === 'solution' ? [before.name, true] : undefined;
        }
        const named = meaning.kind === 'unknown' ? meaning.why.split(' could be ')[1]?.split(' or ') : undefined;
        const [other, ...more] = named?.filter((one) => one !== type) ?? [];
        return other && named?.includes(type) && more.length === 0 ? [other, false] : undefined;
      };
      return [...identifiers(simple)].flatMap(({ node, unit }) => {
        if (wholeName(node) !== node || roleOf(node, unit) === undefined) return [];
        const found = clash(node, unit);
        return found ? [{ ...typeUse(node, unit), other: found[0], isTakenOver: found[1] }] : [];
      });
    },
    invocationsOf(method) {
      const found: Invocation[] = [];
      for (const { node, unit } of identifiers(method)) {
        const name = node.parent?.type === 'generic_name' ? node.parent : node;
        const call = callOf(name);
        if (call) found.push(invocations.of(call, name, unit));
      }
      return found;
    },
    assignmentsTo: (member) => [...identifiers(member)].flatMap(({ node, unit }) => assignments.at(node, unit) ?? []),
    readsOf: (member) => reads.of(member),
    propertyPatternsOn: (member) => reads.patternsOn(member),
    removeAssignment: (assignment) => reads.without(assignment),
    switchesOver: (type) => switches.over(type),
    addArm: (expression, text) => switches.addArm(expression, text),
    extensionClashes: (added) => extensions.with(added),
    typesDerivedFrom: (type) =>
      typesDerivedFrom(type)
        .filter((part) => names(part, type))
        .map(declarationOf),
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
    objectsOf: (type) => objects.of(type),
    objectsSetting: (member) => objects.setting(member),
    addMember: (object, text) => objects.addMember(object, text),
    membersNamed: (member, type) =>
      [...typesDerivedFrom(type), ...units().flatMap(({ types }) => types.filter(({ name }) => name === type))].flatMap(
        (declaration) => members.named(member, declaration),
      ),
    returnsOf: (member) => solution.unitsAt(member).flatMap((unit) => returnsOf(member, unit, expressions)),
    inheritedMember(member, type) {
      const { name } = type;
      const own = solution.unitAt(type)!.types.find(({ identifier }) => identifier.startIndex === type.span.start);
      const found = own && binder.members.named(binder.hierarchy.partsOf(own), member);
      const declared = found && found.owner.name !== name ? members.named(member, found.owner) : [];
      return declared.find(({ span }) => span.start === found!.identifier.startIndex);
    },
    membersDeclaredBy: (type, member) =>
      units()
        .flatMap(({ types }) => types)
        .filter(({ name }) => name === type)
        .flatMap((declaration) => members.named(member, declaration)),
    addMethod: (declaration, text) => addMethod(solution.unitAt(declaration)!, declaration.span, text),
    literalsOf: (value) => literals.of(value),
    originsOf: (at) => solution.unitsAt(at).flatMap((unit) => origins.of(at.span, unit)),
    constructionsOf: (type) => constructions.of(type),
    constructorsOf: (type) => constructions.constructorsOf(type),
    valuesAt: (at) => common(solution.unitsAt(at).map((unit) => values.at(at.span.start, unit))),
    isNameTaken(name, path, around) {
      return solution.units(path).some((unit) => {
        const range = around && typesAround(unit, around.span.start).at(-1)?.range;
        return (unit.identifiers.get(name) ?? []).some((use) => !range || contains(range, spanOf(use)));
      });
    },
    meaningOf(name, at) {
      const plain = name.replace(/^global::/, '').replace('::', '.');
      const answers = solution.unitsAt(at).map((unit) => answerOf(binder.named(plain, unit, at.span.start)));
      return agreed(answers) ?? { kind: 'unknown', why: `${name} means more than one thing here` };
    },
    declaresMember: (type, member) =>
      units().some(({ types }) =>
        types.some((t) => t.name === type && binder.members.named(binder.hierarchy.partsOf(t), member) !== undefined),
      ),
    nullFlows: (question) => nullFlows(question, { solution, binder, expressions }),
    readersOf: ({ path, span }) =>
      solution.units(path).flatMap((unit) => (unit.projects.length > 0 && isRead(unit, span) ? unit.build : [])),
    isReadAlike: (at) => agreement.at(at),
    sourceOf: (path) => fileOf(path),
    nameFor: (type, at, instead = '') => naming.nameFor(type, at, instead),
    insertArgument: (call, index, text) => insertItem(listOf(call), index, text),
    removeArgument: (call, index) => removeItem(listOf(call), index),
    insertParameter: (head, index, { type, name, description }) => [
      ...insertItem(parametersOf(head), index, `${type} ${name}`),
      ...describeParameter(head, index, name, description, fileOf(head.path)),
    ],
    removeParameter: (head, index) => [
      ...removeItem(parametersOf(head), index),
      ...undescribeParameter(head, head.parameters[index]!.name),
    ],
    using: (path, namespace) => naming.using(path, namespace),
    leftUsing(path, namespace, names) {
      const units = solution.units(path);
      const isNeeded =
        solution.declaresNamespace(namespace) || units.some((unit) => solution.globalUsings(unit).includes(namespace));
      const [first, ...others] = units.map((unit) => leftUsing(unit, namespace, names));
      const isTheSame = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
      return first && isTheSame && !isNeeded ? first : [];
    },
    addStatement: (body, statement) => (body.isOpen ? addToBody(fileOf(body.path), body, statement) : []),
    addLambda(call, parameter, statement) {
      const inside = { start: call.argumentList.start + 1, end: call.argumentList.end - 1 };
      const file = fileOf(call.path);
      if (call.isOpaque || file.text.slice(inside.start, inside.end).trim() !== '') return [];
      return addLambda(file, { nameStart: call.nameSpan.start, at: inside }, parameter, statement);
    },
    addCallAfter: (call, newCall, parameter, statement) =>
      call.isOpaque || !call.statement
        ? []
        : addCallAfter(fileOf(call.path), call.statement, newCall, parameter, statement),
  };
  return solution.builds.isShared ? withoutDoubles(index) : index;
}
