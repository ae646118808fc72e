import type { Node } from 'web-tree-sitter';
import type { Span } from '../../text/span.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Binder } from '../binder.ts';
import { typesAround, type Unit } from '../declarations.ts';
import type { Expressions } from '../expressions.ts';
import type { Place } from '../index-types.ts';
import { isRead, placeOf } from '../places.ts';
import type { Solution } from '../solution.ts';
import { ancestors, childrenOfType, field, namedChildren, spanOf } from '../syntax.ts';
import { BodyWalk, type Returns } from './body-walk.ts';
import { DeclaredTypes, type NullContext } from './declared-types.ts';
import { Library, type LibraryTable, type TypeRef } from './library.ts';
import { NotFollowed } from './loops.ts';
import { type Repair, repairsOf } from './repairs.ts';
import type { Surroundings } from './surroundings.ts';
import type { NullWarning } from './values.ts';

/** A place where the compiler warns for the first time, once a library says where null is allowed. */
export interface NullFlow extends Place {
  readonly code: string;
  readonly kind: NullWarning['kind'];
  readonly member: string | null; // of the library, that may be null; null: the team's own value may
  readonly into: string; // what takes no null: a parameter's or member's name
  readonly isRepairable: boolean;
}

/** All of them in the code of one member, or in the top-level statements. */
export interface NullFlows extends Place {
  readonly type: string | null; // full name of the type around
  readonly member: string;
  readonly memberSpan: Span;
  readonly warnings: readonly NullFlow[];
  /** What settles those that are repairable, and what would come up behind them. */
  readonly repairs: readonly Repair[];
}

export interface NullQuestion {
  readonly library: LibraryTable;
  readonly contextAt: (path: FilePath, projects: readonly FilePath[], offset: number) => NullContext;
  readonly isConfigurationAnnotated: (projects: readonly FilePath[]) => boolean;
}

const members = [
  'method_declaration',
  'constructor_declaration',
  'operator_declaration',
  'conversion_operator_declaration',
  'property_declaration',
  'indexer_declaration',
  'field_declaration',
];

/** Walks the code that names something of the library and where the compiler warns of null. */
export function nullFlows(
  { library: table, contextAt, isConfigurationAnnotated }: NullQuestion,
  { solution, binder, expressions }: { solution: Solution; binder: Binder; expressions: Expressions },
): NullFlows[] {
  const library = new Library(table);
  const context = (unit: Unit, offset: number) => contextAt(unit.path, unit.projects, offset);
  const types = new DeclaredTypes(binder, context, library);
  const names = namesIn(table);
  const declaredExtensions = (name: string) =>
    solution.parsedUnits.flatMap((unit) =>
      (unit.identifiers.get(name) ?? [])
        .map(({ parent }) => parent)
        .filter((node): node is Node => node?.type === 'method_declaration')
        .filter((node) => /^\(\s*this\b/.test(field(node, 'parameters')?.text ?? ''))
        .map((node) => ({ node, unit })),
    );
  const knownExtensions = new Map<string, ReturnType<typeof declaredExtensions>>();
  const extensions = (name: string) => {
    const found = knownExtensions.get(name) ?? declaredExtensions(name);
    knownExtensions.set(name, found);
    return found;
  };

  const isWarned =
    (unit: Unit) =>
    ({ node }: NullWarning) =>
      context(unit, node.startIndex).warnings;

  const inMember = (node: Node, unit: Unit, surroundings: Omit<Surroundings, 'learnsFromText'>): NullFlows[] => {
    if (!isRead(unit, spanOf(node)) || !context(unit, node.endIndex).warnings) return [];
    if (!names.test(node.text) && childrenOfType(node, 'constructor_initializer').length === 0) return [];
    const run = (learnsFromText: boolean) => {
      const walk = () => new BodyWalk({ ...surroundings, learnsFromText });
      const found = bodiesOf(node, unit, types).flatMap(({ body, returns, stores, name }) => {
        const one = walk();
        if (stores) one.walkInitial(body, stores, name);
        else one.walk(body, returns);
        return one.sinks.warnings;
      });
      return found.filter(isWarned(unit));
    };
    return made(node, unit, attempt(run));
  };

  const topLevel = (unit: Unit, surroundings: Omit<Surroundings, 'learnsFromText'>): NullFlows[] => {
    const statements = childrenOfType(unit.root, 'global_statement');
    const [first, last] = [statements[0], statements.at(-1)];
    if (!first || !last || !context(unit, last.endIndex).warnings || !names.test(unit.root.text)) return [];
    if (statements.some((one) => !isRead(unit, spanOf(one)))) return [];
    const run = (learnsFromText: boolean) => {
      const walk = new BodyWalk({ ...surroundings, learnsFromText });
      walk.walkAll(statements);
      return walk.sinks.warnings.filter(isWarned(unit));
    };
    return made(first, unit, attempt(run));
  };

  return solution.parsedUnits
    .filter((unit) => solution.reachesProduct(unit) && mayWarn(unit, context))
    .flatMap((unit) => {
      const surroundings = {
        unit,
        binder,
        expressions,
        types,
        extensions,
        imports: (namespace: string) =>
          unit.scopes.some(({ imports }) => imports.includes(namespace)) ||
          solution.globalUsings(unit).includes(namespace),
        isConfigurationAnnotated: isConfigurationAnnotated(unit.projects),
      };
      const inTypes = unit.types
        .flatMap(({ node }) => namedChildren(field(node, 'body') ?? node))
        .filter(({ type }) => members.includes(type));
      return [...topLevel(unit, surroundings), ...inTypes.flatMap((node) => inMember(node, unit, surroundings))];
    });
}

const mayWarn = (unit: Unit, context: (unit: Unit, offset: number) => NullContext) =>
  context(unit, 0).warnings || /#\s*nullable/.test(unit.parsed.file.text);

/** What the compiler says now, and what has to be repaired for it to say nothing. */
function attempt(run: (learnsFromText: boolean) => NullWarning[]): { now: NullWarning[]; repaired: NullWarning[] } {
  try {
    return { now: run(true), repaired: run(false) };
  } catch (error) {
    if (error instanceof NotFollowed) return { now: [], repaired: [] };
    throw error;
  }
}

function made(node: Node, unit: Unit, { now, repaired }: ReturnType<typeof attempt>): NullFlows[] {
  if (now.length === 0) return [];
  const isRepairable = (warning: NullWarning) => repairsOf(warning, unit) !== undefined;
  const repairs = withoutLeftovers(
    repaired.flatMap((warning) => repairsOf(warning, unit) ?? []),
    node,
    unit,
  );
  const byPlace = new Map(repairs.map((repair) => [`${repair.value.start} ${repair.value.end}`, repair]));
  const name = field(node, 'name') ?? node;
  return [
    {
      ...placeOf(unit, node),
      type: typesAround(unit, node.startIndex)[0]?.name ?? null,
      member: field(node, 'name')?.text ?? '',
      memberSpan: spanOf(name),
      warnings: now.map((warning) => ({
        ...placeOf(unit, warning.node),
        code: warning.code,
        kind: warning.kind,
        member: warning.origin?.member ?? null,
        into: warning.into,
        isRepairable: isRepairable(warning),
      })),
      repairs: [...byPlace.values()],
    },
  ];
}

/** `x ?? ""` teaches nothing of `x`: where it is used again without a check of its own, `x ?? throw` does. */
function withoutLeftovers(repairs: readonly Repair[], node: Node, unit: Unit): Repair[] {
  const { text } = unit.parsed.file;
  const starts = new Set(repairs.map(({ value }) => value.start));
  const end = node.type === 'global_statement' ? text.length : node.endIndex;
  return repairs.map((repair): Repair => {
    if (repair.by === 'throw' || repair.isLiteral) return repair;
    const { start, end: behind } = repair.value;
    const isLooped = [...ancestors(unit.root.descendantForIndex(start)!)].some(({ type }) =>
      /^(for|foreach|while|do)_/.test(type),
    );
    const written = text.slice(start, behind).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const uses = [...text.slice(0, end).matchAll(new RegExp(`(?<![\\w.])${written}(?!\\w)`, 'g'))].map(
      ({ index }) => index,
    );
    const isUsed = uses.some((at) => at >= (isLooped ? node.startIndex : behind) && !starts.has(at));
    return isUsed && !repair.isInLambda ? { ...repair, by: 'throw', instead: '' } : repair;
  });
}

interface Body {
  readonly body: Node;
  readonly returns: Returns;
  readonly stores: TypeRef | null; // what a field or property starts with, it goes into this
  readonly name: string;
}

/** The code of a member, each with what it returns to. */
function bodiesOf(node: Node, unit: Unit, types: DeclaredTypes): Body[] {
  const declaration = childrenOfType(node, 'variable_declaration')[0];
  const declared = field(node, 'returns') ?? field(declaration ?? node, 'type');
  const isAsync = childrenOfType(node, 'modifier').some(({ text }) => text === 'async');
  const type = declared && declared.text !== 'void' ? types.ref(declared, unit) : null;
  const returns = { type, isAsync };
  const nothing: Returns = { type: null, isAsync: false };
  const found: Body[] = [];
  const add = (body: Node | null | undefined, to: Returns, stores: TypeRef | null = null, name = '') => {
    const inner = body?.type === 'arrow_expression_clause' ? namedChildren(body)[0] : body;
    if (inner) found.push({ body: inner, returns: to, stores, name });
  };
  for (const declarator of declaration ? childrenOfType(declaration, 'variable_declarator') : [])
    add(namedChildren(declarator)[1], nothing, type, field(declarator, 'name')?.text);
  for (const initializer of childrenOfType(node, 'constructor_initializer')) add(initializer, nothing);
  add(field(node, 'body'), node.type === 'constructor_declaration' ? nothing : returns);
  const value = field(node, 'value');
  if (value?.type === 'arrow_expression_clause') add(value, returns);
  else add(value, nothing, type, field(node, 'name')?.text);
  for (const accessor of childrenOfType(field(node, 'accessors') ?? node, 'accessor_declaration')) {
    const isGetter = /^get\b/.test(field(accessor, 'name')?.text ?? accessor.text);
    add(field(accessor, 'body'), isGetter ? returns : nothing);
  }
  return found;
}

function namesIn({ types, extensions }: LibraryTable): RegExp {
  const all = [
    ...Object.values(types).flatMap((members) => Object.keys(members)),
    ...Object.keys(types).map((name) => name.slice(name.lastIndexOf('.') + 1)),
    ...Object.keys(extensions),
  ];
  return new RegExp(
    `\\b(?:${[...new Set(all)].filter((name) => /^\\w+$/.test(name) && name !== 'new' && name !== 'base').join('|')})\\b|\\bthis\\[`,
  );
}
