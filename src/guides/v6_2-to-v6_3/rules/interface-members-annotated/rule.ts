import type { NullFlow } from '../../../../engine/csharp/nullability/null-flows.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { TextEdit } from '../../../../engine/workspace/change.ts';
import { annotated } from '../../nullability/annotated.ts';
import { type Contradiction, contradictions } from '../../nullability/contradictions.ts';
import { type Implementation, implementations } from '../../nullability/implementations.ts';
import { annotatedTypes, productFlows } from '../../nullability/product-flows.ts';

/** A member, with what its own code hands on that may be null now. */
interface Member extends Implementation {
  readonly flows: readonly NullFlow[];
}

/** All of them in one part of a class; or one that allows null where the interface doesn't. */
type Match =
  | { readonly kind: 'silent'; readonly members: NonEmpty<Member> }
  | { readonly kind: 'contrary'; readonly contradiction: Contradiction };

/** Upstream says in its interfaces where null is allowed, so signatures that don't are warned about. */
export default defineRule<Match>({
  meta: {
    id: 'interface-members-annotated',
    step: 'breaking-changes',
    title: 'Interfaces say where null is allowed',
    source: 'https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/nullable-warnings',
    covers: ['nullable/implementations', 'nullable/inherited', 'nullable/contrary'],
    applies: { since: '6.3.0' },
    names: [...new Set(annotated.filter((one) => !one.isVirtual).map((one) => one.interface))],
    nullableNames: annotatedTypes,
  },

  *detect({ facts, target }) {
    const flows = productFlows(facts, target);
    const members = implementations(facts, target)
      .map((one): Member => {
        const { path, span } = one.declared;
        const inside = flows.find((body) => body.path === path && body.memberSpan.start === span.start);
        const handedOn = one.returns ? (inside?.warnings ?? []).filter(({ kind }) => kind === 'return') : [];
        return { ...one, flows: handedOn };
      })
      .toSorted((a, b) => a.at.span.start - b.at.span.start);
    const keyOf = ({ at, type }: Member) => `${at.path} ${type}`;
    for (const key of new Set(members.map(keyOf))) {
      const [first, ...rest] = members.filter((member) => keyOf(member) === key);
      if (first) yield { kind: 'silent', members: [first, ...rest] };
    }
    for (const contradiction of contradictions(facts, target)) yield { kind: 'contrary', contradiction };
  },

  explain: (found, { facts }) => {
    if (found.kind === 'contrary') return explainContrary(found.contradiction, facts);
    const { members: match } = found;
    const isError = match.some(({ level }) => level === 'error');
    const [first] = match;
    const codes = new Set(match.flatMap(({ codes: own, flows }) => [...own, ...flows.map(({ code }) => code)]));
    return {
      title: `\`${simple(first.type)}\` does not say where null is allowed`,
      message:
        `6.3 annotates \`${[...new Set(match.map(({ of }) => simple(of.interface)))].join('`, `')}\`: ${match.map(said).join('; ')}. ` +
        `This file has nullable annotations on, so the compiler reports ${[...codes].toSorted().join(' and ')}. ` +
        (isError ? 'In this project that is an error: it no longer builds.' : 'In this project that is a warning.') +
        (match.every(({ isSettled }) => isSettled)
          ? ' `?` in the signature settles it, and compiles on 6.2 as well.'
          : ' `?` in the signature is what it asks for. The method hands on a task that may say otherwise: await it, or let what gives it say the same.'),
      severity: isError ? 'breaks-build' : 'advice',
      confidence: first.declared.confidence,
      projects: first.at.projects,
      evidence: match.flatMap(({ at, of, declared, flows }) => [
        evidence(
          facts.csharp.sourceOf(at.path),
          at.span,
          `${at.span === declared.span || at.path === declared.path ? 'implements' : 'gets from a base'} \`${simple(of.interface)}.${of.member}\``,
        ),
        ...flows.map(({ path, span, member }) =>
          evidence(facts.csharp.sourceOf(path), span, `hands on what \`${member}\` gives, which may be null`),
        ),
      ]) as unknown as NonEmpty<ReturnType<typeof evidence>>,
    };
  },

  /** Without its `?`, the code behind a contrary one may be told that it returns null: only who knows it can tell. */
  fix: (found) => {
    if (found.kind === 'contrary') return [];
    const { members: match } = found;
    if (match.some(({ isOpaque, isSettled }) => isOpaque || !isSettled)) return [];
    const changes = match.flatMap(editsOf);
    return [
      { id: 'allow-null', title: 'Allow null in the signature', changes, safety: 'review', caution: cautionFor(match) },
    ];
  },
});

function explainContrary({ interface: type, declared, at, code, level }: Contradiction, facts: Facts): Explanation {
  const isError = level === 'error';
  return {
    title: `\`${simple(declared.type)}.${declared.name}\` allows null where the interface does not`,
    message:
      `Since 6.3 \`${simple(type)}.${declared.name}\` gives no null by declaration, and this one says that it may: the compiler reports ${code}. ` +
      (isError ? 'In this project that is an error: it no longer builds.' : 'In this project that is a warning.') +
      ' The `?` has to go, and what the member gives for null has to be decided: an exception, or a value that means none.',
    severity: isError ? 'breaks-build' : 'advice',
    confidence: declared.confidence,
    projects: declared.projects,
    evidence: [evidence(facts.csharp.sourceOf(at.path), at.span, `implements \`${simple(type)}.${declared.name}\``)],
  };
}

const editsOf = ({ returns, takes, along }: Implementation): TextEdit[] => [
  ...(returns ? [returns] : []),
  ...takes,
  ...along,
];

const said = ({ of, returns, takes }: Implementation) =>
  `\`${of.member}\` ${[returns ? 'may give null' : '', takes.length > 0 ? 'may be given null' : ''].filter(Boolean).join(' and ')}`;

/** What a person should look at before the edit; null where there is nothing. */
function cautionFor(match: NonEmpty<Member>): string {
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
