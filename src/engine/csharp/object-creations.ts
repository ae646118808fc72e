import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import { type Change, replace } from '../workspace/change.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import type { Arguments } from './arguments.ts';
import { type Binder, variableAt } from './binder.ts';
import { owningType, typesAround, type Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Assignment, ObjectCreation } from './index-types.ts';
import { appendItem } from './list-edits.ts';
import { answerOf, confidenceIn, hasDirective, isRead, placeOf } from './places.ts';
import type { Solution } from './solution.ts';
import {
  ancestor,
  ancestors,
  calledName,
  childrenOfType,
  field,
  lastIdentifier,
  namedChildren,
  same,
  spanOf,
} from './syntax.ts';
import type { Type } from './types.ts';

const creations = ['object_creation_expression', 'implicit_object_creation_expression'];

/** Finds where objects are made, and what they are made with. */
export class ObjectCreations {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
    private readonly expressions: Expressions,
    private readonly args: Arguments,
  ) {}

  /** Of the type, which may be the product's or the solution's, and of types derived from it. */
  of(type: string): ObjectCreation[] {
    return this.all(({ node, unit }) => {
      const made = this.expressions.typeOf(node, unit).type;
      if (made.kind === 'solution' && made.name === type) return made;
      return this.binder.hierarchy.isOrDerivesFrom(made, type) === true ? made : undefined;
    });
  }

  setting(member: string): ObjectCreation[] {
    return this.all(({ node, unit }) =>
      assignmentsIn(initializerOf(node)).some((assignment) => nameIn(assignment) === member)
        ? this.expressions.typeOf(node, unit).type
        : undefined,
    );
  }

  private all(select: (at: { node: Node; unit: Unit }) => Type | undefined): ObjectCreation[] {
    return this.solution.parsedUnits.flatMap((unit) =>
      this.creationsIn(unit)
        .filter((node) => isRead(unit, headOf(node)))
        .flatMap((node) => {
          const type = select({ node, unit });
          return type ? [this.creation(node, type, unit)] : [];
        }),
    );
  }

  private creationsIn(unit: Unit): readonly Node[] {
    const known = this.found.get(unit);
    if (known) return known;
    const nodes = unit.root.descendantsOfType(creations).filter((node): node is Node => node !== null);
    this.found.set(unit, nodes);
    return nodes;
  }
  private readonly found = new WeakMap<Unit, readonly Node[]>();

  private creation(node: Node, type: Type, unit: Unit): ObjectCreation {
    const initializer = initializerOf(node);
    const uses = usesOfTarget(node, unit);
    return {
      ...placeOf(unit, node),
      head: headOf(node),
      of: answerOf(type),
      members: assignmentsIn(initializer)
        .filter((at) => isRead(unit, spanOf(at)))
        .map((at) => this.assignment(at, nameIn(at), type, unit, true)),
      setLater: uses.flatMap((use) => {
        const assigned = assignmentOn(use);
        return assigned ? [this.assignment(assigned, nameIn(assigned), type, unit, false)] : [];
      }),
      isHandedOn: [node, ...uses].some(isHandedOn),
      type: typesAround(unit, node.startIndex)[0]?.name ?? null,
      method: field(ancestor(node, 'method_declaration', 'local_function_statement') ?? node, 'name')?.text ?? null,
      isOpaque: hasDirective(unit, spanOf(node)) || !isRead(unit, spanOf(node)),
      confidence: confidenceIn(this.solution.reachesProduct(unit), unit.projects),
    };
  }

  private assignment(node: Node, member: string, target: Type, unit: Unit, isInitializer: boolean): Assignment {
    const value = field(node, 'right') ?? node;
    return {
      ...placeOf(unit, node),
      member,
      target: field(node, 'left')?.text ?? member,
      targetType: answerOf(target),
      value: spanOf(value),
      text: value.text,
      literal: this.args.literalOf(value, unit),
      isInitializer,
    };
  }

  addMember(object: ObjectCreation, text: string): readonly Change[] {
    const { path, span, isOpaque } = object;
    const unit = this.solution.unitAt(object);
    const node = unit && this.creationsIn(unit).find((n) => n.startIndex === span.start && n.endIndex === span.end);
    if (!unit || !node || isOpaque) return [];
    const { file } = unit.parsed;
    const initializer = initializerOf(node);
    return initializer ? appended(file, initializer, text) : [replace({ path, span: endOf(span) }, ` { ${text} }`)];
  }
}

const headOf = (node: Node): Span => ({
  start: node.startIndex,
  end: field(node, 'type')?.endIndex ?? node.startIndex + 'new'.length,
});

const initializerOf = (node: Node) => field(node, 'initializer') ?? childrenOfType(node, 'initializer_expression')[0];

const assignmentsIn = (initializer: Node | undefined | null) =>
  initializer
    ? childrenOfType(initializer, 'assignment_expression').filter((a) => field(a, 'left')?.type === 'identifier')
    : [];

const nameIn = (assignment: Node) => lastIdentifier(field(assignment, 'left')!).text;

/** Calls that set nothing on what they are given. */
const wrapping = /^(FromResult|ValueTask|ThrowIfNull|NotNull|nameof|Serialize\w*|Log\w*)$/;

function isHandedOn(use: Node): boolean {
  const call = use.parent?.type === 'argument' ? use.parent.parent?.parent : undefined;
  if (!call) return false;
  const callee = field(call, 'function');
  const name = callee ? calledName(callee) : field(call, 'type');
  return !name || !wrapping.test(lastIdentifier(name).text);
}

/** Uses of the variable or member that the object is given to, in the member whose code this is. */
function usesOfTarget(node: Node, unit: Unit): Node[] {
  const target = targetOf(node);
  const around = [...ancestors(node)].find(({ type }) => /^(method|constructor|property)_declaration$/.test(type));
  if (!target) return [];
  const variable = variableAt(target.text, target, unit, owningType(target));
  return (unit.identifiers.get(target.text) ?? []).filter((use) => {
    if (same(use, target)) return false;
    const meant = variableAt(target.text, use, unit, owningType(use));
    if (variable || meant) return same(meant?.identifier ?? null, variable?.identifier ?? null);
    return !around || (around.startIndex <= use.startIndex && use.endIndex <= around.endIndex);
  });
}

/** `x` of `var x = new T()` and of `x = new T()`. */
function targetOf(node: Node): Node | undefined {
  const { parent } = node;
  if (parent?.type === 'variable_declarator') return field(parent, 'name') ?? undefined;
  if (parent?.type !== 'assignment_expression' || !same(field(parent, 'right'), node)) return undefined;
  const left = field(parent, 'left');
  return left?.type === 'identifier' || left?.type === 'member_access_expression' ? lastIdentifier(left) : undefined;
}

/** `x.M = v`, where the use is `x`. */
function assignmentOn(use: Node): Node | undefined {
  const whole =
    use.parent?.type === 'member_access_expression' && same(field(use.parent, 'name'), use) ? use.parent : use;
  const access = whole.parent;
  if (access?.type !== 'member_access_expression' || !same(field(access, 'expression'), whole)) return undefined;
  const assignment = access.parent;
  return assignment?.type === 'assignment_expression' && same(field(assignment, 'left'), access)
    ? assignment
    : undefined;
}

/** One more item, laid out as the last one is; a comma after the last is kept. */
function appended(file: SourceFile, initializer: Node, text: string): readonly Change[] {
  const span = spanOf(initializer);
  const items = namedChildren(initializer).filter(({ type }) => type !== 'comment');
  const last = items.at(-1);
  if (!last) return [replace({ path: file.path, span: { start: span.start + 1, end: span.end - 1 } }, ` ${text} `)];
  const comma = initializer.children.find((child) => child?.type === ',' && child.startIndex >= last.endIndex);
  return appendItem({ file, span, items: items.map(spanOf) }, comma ? spanOf(comma) : null, text);
}

const endOf = ({ end }: Span): Span => ({ start: end, end });
