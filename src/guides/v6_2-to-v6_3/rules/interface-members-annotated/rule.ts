import type { MemberDeclaration } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { isNullableAt } from '../../../../engine/facts/warnings/nullable-context.ts';
import { type WarningLevel, warningLevel } from '../../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace, type TextEdit } from '../../../../engine/workspace/change.ts';
import { type Annotated, annotated } from './annotated.ts';

/** A member of a class of the team's that no longer says the same as the interface. */
interface Member {
  readonly of: Annotated;
  readonly declared: MemberDeclaration;
  readonly returns: TextEdit | null;
  readonly takes: readonly TextEdit[];
  readonly level: WarningLevel;
}

/** All of them in one part of a class. */
type Match = NonEmpty<Member>;

/** Upstream says in its interfaces where null is allowed, so signatures that don't are warned about. */
export default defineRule<Match>({
  meta: {
    id: 'interface-members-annotated',
    step: 'breaking-changes',
    title: 'Interfaces say where null is allowed',
    source: 'https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/nullable-warnings',
    covers: [],
    applies: { since: '6.3.0' },
    names: [...new Set(annotated.map((one) => one.interface))],
  },

  *detect({ facts, target }) {
    const members = annotated
      .filter(({ since }) => compareNumbers(since, target) <= 0)
      .flatMap((of) => implementations(of, facts))
      .toSorted((a, b) => a.declared.span.start - b.declared.span.start);
    const keyOf = ({ declared }: Member) => `${declared.path} ${declared.type}`;
    for (const key of new Set(members.map(keyOf))) {
      const [first, ...rest] = members.filter((member) => keyOf(member) === key);
      if (first) yield [first, ...rest];
    }
  },

  explain: (match, { facts }) => {
    const isError = match.some(({ level }) => level === 'error');
    const [first] = match;
    const codes = [...new Set(match.flatMap(codesOf))].toSorted().join(' and ');
    return {
      title: `\`${simple(first.declared.type)}\` does not say where null is allowed`,
      message:
        `6.3 annotates \`${[...new Set(match.map(({ of }) => simple(of.interface)))].join('`, `')}\`: ${match.map(said).join('; ')}. ` +
        `This file has nullable annotations on, so the compiler reports ${codes}. ` +
        (isError ? 'In this project that is an error: it no longer builds.' : 'In this project that is a warning.') +
        ' `?` in the signature settles it, and compiles on 6.2 as well.',
      severity: isError ? 'breaks-build' : 'advice',
      confidence: first.declared.confidence,
      projects: first.declared.projects,
      evidence: match.map(({ declared, of }) =>
        evidence(
          facts.csharp.sourceOf(declared.path),
          declared.span,
          `implements \`${simple(of.interface)}.${of.member}\``,
        ),
      ) as unknown as NonEmpty<ReturnType<typeof evidence>>,
    };
  },

  fix: (match) => {
    if (match.some(({ declared }) => declared.isOpaque)) return [];
    const changes = match.flatMap(({ returns, takes }) => [...(returns ? [returns] : []), ...takes]);
    return [
      { id: 'allow-null', title: 'Allow null in the signature', changes, safety: 'review', caution: cautionFor(match) },
    ];
  },
});

/** Own implementations where the compiler has something to say. */
function implementations(of: Annotated, facts: Facts): Member[] {
  return facts.csharp
    .membersNamed(of.member, of.interface)
    .filter(({ kind, parameters }) => kind === 'method' && takes(parameters, of.parameters))
    .filter(({ explicitFor }) => !explicitFor || (explicitFor.kind === 'product' && explicitFor.name === of.interface))
    .flatMap((declared) => {
      const member = { of, declared, returns: nullReturn(of, declared), takes: nullParameters(of, declared, facts) };
      if ((!member.returns && member.takes.length === 0) || !isNullableAt(declared, facts)) return [];
      const levels = codesOf(member).map((code) => warningLevel(code, declared, facts));
      const level = levels.includes('error') ? 'error' : levels.includes('warning') ? 'warning' : 'off';
      return level === 'off' ? [] : [{ ...member, level }];
    });
}

const takes = (parameters: MemberDeclaration['parameters'], types: readonly string[]) =>
  parameters.length === types.length &&
  parameters.every(({ typeText }, index) => simple(typeText.replace(/<[\s\S]*$|[?\s]/g, '')) === types[index]);

/** `?` behind the `T` of `Task<T>`, where it has none. */
function nullReturn({ returnsNull }: Annotated, { typeText, typeSpan, path }: MemberDeclaration): TextEdit | null {
  if (!returnsNull || !typeSpan) return null;
  const inner = /^(?:[\w.:]+\.)?Task\s*<([\s\S]*\S)\s*>$/.exec(typeText)?.[1];
  if (!inner || inner.endsWith('?')) return null;
  const at = typeSpan.start + typeText.lastIndexOf(inner) + inner.length;
  return replace({ path, span: { start: at, end: at } }, '?');
}

const nullParameters = ({ takesNull }: Annotated, { parameters, path }: MemberDeclaration, { csharp }: Facts) =>
  takesNull.flatMap((index): TextEdit[] => {
    const parameter = parameters[index];
    if (!parameter || parameter.typeText === '' || parameter.typeText.endsWith('?')) return [];
    const before = csharp.sourceOf(path).text.slice(parameter.span.start, parameter.nameSpan.start);
    const at = parameter.span.start + before.trimEnd().length;
    return [replace({ path, span: { start: at, end: at } }, '?')];
  });

const codesOf = ({ declared, returns, takes }: Pick<Member, 'declared' | 'returns' | 'takes'>): string[] => [
  ...(returns ? [declared.explicitFor ? 'CS8616' : 'CS8613'] : []),
  ...(takes.length > 0 ? [declared.explicitFor ? 'CS8769' : 'CS8767'] : []),
];

const said = ({ of, returns, takes }: Member) =>
  `\`${of.member}\` ${[returns ? 'may give null' : '', takes.length > 0 ? 'may be given null' : ''].filter(Boolean).join(' and ')}`;

/** What a person should look at before the edit; null where there is nothing. */
function cautionFor(match: Match): string {
  if (
    match.some(
      ({ of, returns, declared }) =>
        returns && of.interface.endsWith('.ICache') && /<\s*T\w*\s*>/.test(declared.typeText),
    )
  )
    return 'With a type parameter in `Task<T?>` the compiler reports CS8613 on 6.2: accept it together with the packages.';
  if (match.some(({ takes }) => takes.length > 0))
    return 'The code inside may take the parameter for non-null: look what it does with it.';
  return 'Code that calls the class itself is then told that the value may be null, too: look for warnings there.';
}

const simple = (name: string) => name.slice(name.lastIndexOf('.') + 1);
