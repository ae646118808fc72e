import type { MemberDeclaration, Place, Returned, TypeDeclaration } from '../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../engine/facts/facts.ts';
import { compareNumbers } from '../../../engine/facts/version-level.ts';
import { isNullableAt } from '../../../engine/facts/warnings/nullable-context.ts';
import { type WarningLevel, warningLevel } from '../../../engine/facts/warnings/warning-level.ts';
import { replace, type TextEdit } from '../../../engine/workspace/change.ts';
import { type Annotated, annotated } from './annotated.ts';

/** A member of the team's that no longer says the same as the interface. */
export interface Implementation {
  readonly of: Annotated;
  readonly declared: MemberDeclaration;
  /** Full name of the class whose affair it is. */
  readonly type: string;
  /** What the compiler names: the member's name, or the interface that a class gets it for from a base. */
  readonly at: Place;
  readonly codes: readonly string[];
  readonly returns: TextEdit | null;
  readonly takes: readonly TextEdit[];
  /** The same in overrides, which must say what they override. */
  readonly along: readonly TextEdit[];
  /** What it hands on fits with a `?` in the signature, edited or not. */
  readonly isSettled: boolean;
  readonly isOpaque: boolean;
  readonly level: WarningLevel;
}

const known = new WeakMap<Facts, Map<string, readonly Implementation[]>>();

/** Own implementations where the compiler has something to say; worked out once for all rules. */
export function implementations(facts: Facts, target: string): readonly Implementation[] {
  const byTarget = known.get(facts) ?? new Map<string, readonly Implementation[]>();
  known.set(facts, byTarget);
  const found =
    byTarget.get(target) ??
    annotated.filter(({ since }) => compareNumbers(since, target) <= 0).flatMap((of) => implementationsOf(of, facts));
  byTarget.set(target, found);
  return found;
}

function implementationsOf(of: Annotated, facts: Facts): Implementation[] {
  const derived = facts.csharp.typesDerivedFrom(of.interface);
  if (derived.length === 0) return [];
  const members = facts.csharp
    .membersNamed(of.member, of.interface)
    .filter((declared) => isMember(of, declared))
    .filter(({ explicitFor }) => !explicitFor || (explicitFor.kind === 'product' && explicitFor.name === of.interface));
  const isOverride = ({ modifiers }: MemberDeclaration) => modifiers.includes('override');
  const overrides = of.isVirtual ? [] : members.filter(isOverride);
  const own = members.filter((one) => isOverride(one) === of.isVirtual);
  return [
    ...own.map((declared) => ({ declared, type: declared.type, at: placeOf(of, declared, facts) })),
    ...derived.flatMap((type) => inherited(of, type, facts)),
  ].flatMap(({ declared, type, at }) => {
    const edits = editsOf(of, declared, facts);
    const codes = codesOf(of, declared, edits);
    if (codes.length === 0 || !isNullableAt(at, facts) || !isNullableAt(declared, facts)) return [];
    const levels = codes.map((code) => warningLevel(code, at, facts));
    const level = levels.includes('error') ? 'error' : levels.includes('warning') ? 'warning' : 'off';
    if (level === 'off') return [];
    const results = [declared, ...overrides].map((one) => taskResults(of, one, facts));
    const along = [
      ...overrides.flatMap((one) => {
        const { returns, takes } = editsOf(of, one, facts);
        return [...(returns ? [returns] : []), ...takes];
      }),
      ...results.flatMap((one) => one ?? []),
    ];
    const isSettled = results.every((one) => one !== null);
    const isOpaque = [declared, ...overrides].some((one) => one.isOpaque);
    return [{ of, declared, type, at, codes, ...edits, along, isSettled, isOpaque, level }];
  });
}

const isMember = ({ parameters: types, isProperty }: Annotated, { kind, parameters }: MemberDeclaration) =>
  isProperty
    ? kind === 'property'
    : kind === 'method' &&
      parameters.length === types.length &&
      parameters.every(({ typeText }, index) => simple(typeText.replace(/<[\s\S]*$|[?\s]/g, '')) === types[index]);

/** A class that names the interface and gets the member from a base that doesn't. */
function inherited(of: Annotated, type: TypeDeclaration, { csharp }: Facts) {
  const named = type.bases.find(({ meaning }) => meaning.kind === 'product' && meaning.name === of.interface);
  if (!named || csharp.membersNamed(of.member, type.name).length > 0) return [];
  const declared = csharp.inheritedMember(of.member, type);
  if (!declared || !isMember(of, declared)) return [];
  const isToldThere = csharp.typesDerivedFrom(of.interface).some(({ name }) => name === declared.type);
  return isToldThere ? [] : [{ declared, type: type.name, at: named }];
}

const editsOf = (of: Annotated, declared: MemberDeclaration, facts: Facts) =>
  of.isProperty
    ? { returns: null, takes: settable(declared) }
    : { returns: nullReturn(of, declared), takes: nullParameters(of, declared, facts) };

/** `?` behind the type of a property that is set. */
const settable = ({ typeSpan, typeText, path, body }: MemberDeclaration): TextEdit[] =>
  !typeSpan || !body || typeText.endsWith('?') ? [] : [replace({ path, span: endOf(typeSpan) }, '?')];

/** `?` behind the `T` of `Task<T>`, where it has none. */
function nullReturn({ returnsNull }: Annotated, { typeText, typeSpan, path }: MemberDeclaration): TextEdit | null {
  if (!returnsNull || !typeSpan) return null;
  const inner = /^(?:[\w.:]+\.)?Task\s*<([\s\S]*\S)\s*>$/.exec(typeText)?.[1];
  if (!inner || inner.endsWith('?')) return null;
  const at = typeSpan.start + typeText.lastIndexOf(inner) + inner.length;
  return replace({ path, span: { start: at, end: at } }, '?');
}

/** `Task.FromResult<T?>(…)` for what a method gives that isn't async; null: something else that may not fit. */
function taskResults(of: Annotated, declared: MemberDeclaration, { csharp }: Facts): TextEdit[] | null {
  if (!nullReturn(of, declared) || declared.modifiers.includes('async')) return [];
  const inner = /<\s*([\s\S]*\S)\s*>/.exec(declared.typeText)?.[1] ?? '';
  const edits: TextEdit[] = [];
  for (const { isFinal, call, path } of csharp.returnsOf(declared)) {
    if (isFinal || (call && fits(call))) continue;
    if (call?.method !== 'FromResult') return null;
    const [type] = call.typeArguments;
    const text = csharp.sourceOf(path).text;
    if (type && text.slice(type.start, type.end).endsWith('?')) continue;
    edits.push(
      type ? replace({ path, span: endOf(type) }, '?') : replace({ path, span: endOf(call.name) }, `<${inner}?>`),
    );
  }
  return edits;
}

/** A task that may hold null already: of an annotated member, of the framework, of a method of the team's that says so. */
const fits = ({ method, declared }: NonNullable<Returned['call']>) =>
  declared === null
    ? annotated.some(({ member, returnsNull }) => returnsNull && member === method) || /OrDefaultAsync$/.test(method)
    : /\?\s*>$/.test(declared);

const nullParameters = ({ takesNull }: Annotated, { parameters, path }: MemberDeclaration, { csharp }: Facts) =>
  takesNull.flatMap((index): TextEdit[] => {
    const parameter = parameters[index];
    if (!parameter || parameter.typeText === '' || parameter.typeText.endsWith('?')) return [];
    const before = csharp.sourceOf(path).text.slice(parameter.span.start, parameter.nameSpan.start);
    const at = parameter.span.start + before.trimEnd().length;
    return [replace({ path, span: { start: at, end: at } }, '?')];
  });

const codesOf = (
  { isVirtual }: Annotated,
  { explicitFor }: MemberDeclaration,
  { returns, takes }: ReturnType<typeof editsOf>,
): string[] => [
  ...(returns ? [explicitFor ? 'CS8616' : 'CS8613'] : []),
  ...(takes.length > 0 ? [isVirtual ? 'CS8765' : explicitFor ? 'CS8769' : 'CS8767'] : []),
];

/** Of a property the compiler names the accessor. */
function placeOf({ isProperty }: Annotated, declared: MemberDeclaration, { csharp }: Facts): Place {
  const { body, path, projects } = declared;
  if (!isProperty || !body) return declared;
  const found = /\b(set|init)\b/.exec(csharp.sourceOf(path).text.slice(body.start, body.end));
  if (!found) return declared;
  const start = body.start + found.index;
  return { path, projects, span: { start, end: start + found[0].length } };
}

const endOf = ({ end }: { readonly end: number }) => ({ start: end, end });
const simple = (name: string) => name.slice(name.lastIndexOf('.') + 1);
