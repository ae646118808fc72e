import type { Node } from 'web-tree-sitter';
import type { Span } from '../../text/span.ts';
import { variableAt } from '../binder.ts';
import { owningType, type Unit } from '../declarations.ts';
import { hasDirective } from '../places.ts';
import { ancestors, field, isNameOnly, namedChildren, same, spanOf } from '../syntax.ts';
import type { TypeRef } from './library.ts';
import { isText, type NullWarning, simple } from './values.ts';

/** One `?? …` behind a value that may be null. */
export interface Repair {
  readonly kind: NullWarning['kind'];
  readonly value: Span;
  /** `throw`: it failed there before; the others stand for what was handed on. */
  readonly by: 'throw' | 'text' | 'collection';
  /** Of the null literal, or behind `??`; '' for `throw`. Types that need a `using` are in braces, by full name. */
  readonly instead: string;
  readonly isLiteral: boolean;
  readonly isWrapped: boolean; // takes parentheses of its own
  readonly isInLambda: boolean; // of an expression, which may be an expression tree
  readonly message: string; // of the exception: `ClientName is null.`
}

/** undefined: no expression of this kind fits there. */
export function repairsOf(warning: NullWarning, unit: Unit): readonly Repair[] | undefined {
  const { leaves, isNull } = warning;
  const isInLambda = warning.isInLambda || leaves.some(isInExpression);
  if (leaves.length === 0) return undefined;
  const by = meansOf(warning);
  if (!by || (by.by === 'throw' && (isInLambda || isNull))) return undefined;
  const { origin } = warning;
  const isGiven = /^(await|invocation)_expression$/.test(origin?.node.type ?? '');
  const message = `${simple(origin?.member || warning.into || 'The value')} ${isGiven ? 'returned null' : 'is null'}.`;
  const declared = by.by === 'throw' && leaves.length === 1 ? declarationOf(leaves[0]!, warning, unit) : undefined;
  const nodes = declared ? [declared] : leaves;
  if (nodes.some((node) => hasDirective(unit, spanOf(node)) || !fits(node))) return undefined;
  return nodes.map((node) => ({
    ...by,
    kind: warning.kind,
    value: spanOf(node),
    isLiteral: isNull,
    isInLambda,
    isWrapped: needsParentheses(node),
    message,
  }));
}

function meansOf(warning: NullWarning): Pick<Repair, 'by' | 'instead'> | undefined {
  const { kind, target, valueType, isNull, origin, isInLambda, leaves } = warning;
  if (kind === 'dereference' || kind === 'return') {
    if (kind === 'return' && isText(valueType ?? target)) return { by: 'text', instead: '""' };
    return { by: 'throw', instead: '' };
  }
  const isSetting =
    !origin && !isInLambda && leaves.every(({ type }) => /^(element_access|invocation)_expression$/.test(type));
  if (isSetting && !isNull) return { by: 'throw', instead: '' };
  if (isText(isNull ? target : (valueType ?? target))) return { by: 'text', instead: '""' };
  const collection = emptyOf(isNull ? target : valueType);
  if (collection && !origin) return { by: 'collection', instead: collection };
  // What the team's own code hands on may be null on purpose: to throw there would change what runs.
  return isNull || !origin ? undefined : { by: 'throw', instead: '' };
}

/** An empty one of what a list, array or dictionary is declared as; undefined: none that is known to fit. */
function emptyOf(type: TypeRef | null): string | undefined {
  if (!type) return undefined;
  if (/^(List|HashSet|Dictionary)$/.test(type.name)) return 'new()';
  const written = type.args.map(writtenAs);
  if (written.length === 0 || written.includes(undefined)) return undefined;
  const list = `<${written.join(', ')}>`;
  if (type.name.endsWith('[]')) return `{System.Array}.Empty${list}()`;
  const made = /^I(ReadOnly)?Dictionary$/.test(type.name)
    ? 'Dictionary'
    : /^I(ReadOnly)?Set$/.test(type.name)
      ? 'HashSet'
      : /^(I(ReadOnly)?(Collection|List)|IEnumerable)$/.test(type.name) && 'List';
  return made ? `new {System.Collections.Generic.${made}}${list}()` : undefined;
}

/** A type as it can be written anywhere; undefined where its namespace is not known. */
function writtenAs({ name, args, nulls }: TypeRef): string | undefined {
  const inner = args.map(writtenAs);
  if (inner.includes(undefined) || name.endsWith(']')) return undefined;
  const isKeyword = /^(string|object|bool|char|decimal|double|float|u?int|u?long|u?short|s?byte)$/.test(name);
  const own = isKeyword ? name : name.includes('.') ? `{${name}}` : undefined;
  return own && own + (inner.length > 0 ? `<${inner.join(', ')}>` : '') + (nulls === 'yes' ? '?' : '');
}

/** In a lambda that is one expression, where no `throw` may stand if it is an expression tree. */
function isInExpression(node: Node): boolean {
  const around = [...ancestors(node)].find(({ type }) => /^(block|lambda_expression)$/.test(type));
  return around?.type === 'lambda_expression';
}

/** What `??` binds to as a whole. */
const fits = ({ type }: Node) =>
  /^(identifier|member_access_expression|invocation_expression|await_expression|element_access_expression|conditional_access_expression|parenthesized_expression|null_literal|default_expression|as_expression)$/.test(
    type,
  );

/** Where more is written behind it, or it is an operand. */
function needsParentheses(node: Node): boolean {
  const { parent } = node;
  return /^(member_access|element_access|conditional_access|binary|as|await|cast|prefix_unary|postfix_unary)_expression$/.test(
    parent?.type ?? '',
  );
}

/** `var x = …;`, where the next thing that happens is that `x` is used: then the check goes there. */
function declarationOf(leaf: Node, { origin }: NullWarning, unit: Unit): Node | undefined {
  const variable = leaf.type === 'identifier' ? variableAt(leaf.text, leaf, unit, owningType(leaf)) : undefined;
  const initial = variable?.kind === 'local' && !variable.type ? variable.initializer : null;
  if (!variable || !initial || !origin || !same(initial, origin.node) || !fits(initial)) return undefined;
  const declaration = [...ancestors(initial)].find(({ type }) => type === 'local_declaration_statement');
  const owner = declaration?.parent;
  const isAlone = declaration && !/^\s*using\b/.test(declaration.text);
  if (!declaration || !owner || !isAlone) return undefined;
  const statement = [leaf, ...ancestors(leaf)].find(({ parent }) => same(parent, owner));
  if (!statement || !isUnconditional(leaf, statement)) return undefined;
  const between = namedChildren(owner).filter(
    ({ startIndex, endIndex }) => startIndex > declaration.startIndex && endIndex <= statement.startIndex,
  );
  const isPlain = between.every(({ type }) => /^(local_declaration_statement|comment)$/.test(type));
  const isFirst = (unit.identifiers.get(variable.name) ?? []).every(
    (use) => use.startIndex <= initial.endIndex || use.startIndex >= leaf.startIndex || isNameOnly(use),
  );
  return isPlain && isFirst ? initial : undefined;
}

/** Nothing decides whether the statement gets to it. */
function isUnconditional(leaf: Node, statement: Node): boolean {
  for (let node = leaf; !same(node, statement); node = node.parent!) {
    const parent = node.parent!;
    if (/^(lambda|anonymous_method|conditional|switch|query)_expression$/.test(parent.type)) return false;
    if (parent.type === 'binary_expression' && !same(field(parent, 'left'), node)) return false;
    if (parent.type === 'conditional_access_expression') return false;
    if (/_statement$|^block$/.test(parent.type) && !isHead(node, parent)) return false;
  }
  return /^(local_declaration|expression|return|if|foreach|throw)_statement$/.test(statement.type);
}

const isHead = (node: Node, statement: Node) =>
  /^(local_declaration|expression|return|throw)_statement$/.test(statement.type) ||
  same(field(statement, 'condition'), node) ||
  (statement.type === 'foreach_statement' && same(field(statement, 'right'), node));
