import type { Injection, MemberUse, TypeUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { injectionsThatThrow, tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation, FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

type Match = Use | Lacking;

interface Use {
  readonly kind: 'use';
  readonly use: MemberUse;
  /** The injection or resolution that the receiver comes from and that throws on 6.3. */
  readonly injection: Injection | undefined;
}

/** A derived class that the inherited method made to implement an interface of the team's. */
interface Lacking {
  readonly kind: 'lacking';
  readonly listed: TypeUse;
  readonly type: string;
}

const old = 'RemoveExpiredGrantsAsync';

const said: Record<MemberUse['kind'], string> = {
  call: 'calls the old name',
  'method-group': 'hands on the method by its old name',
  nameof: 'names the method by its old name',
  cref: 'refers to the old name',
  string: 'holds the old name in a string',
};

/** Upstream renamed the method without keeping the old name, so callers stop compiling. */
export default defineRule<Match>({
  meta: {
    id: 'cleanup-grants-renamed',
    step: 'breaking-changes',
    title: '`RemoveExpiredGrantsAsync` is now `CleanupGrantsAsync`',
    source: '#step-4-breaking-changes',
    covers: ['A02', 'step-4/remove-expired-grants-renamed'],
    applies: { since: '6.3.0' },
    names: [tokenCleanup.service, tokenCleanup.interface, 'RemoveExpiredGrantsAsync'],
  },

  *detect({ facts }) {
    const injections = injectionsThatThrow(facts);
    for (const use of facts.csharp.usesOf('RemoveExpiredGrantsAsync', tokenCleanup.service)) {
      yield {
        kind: 'use',
        use,
        injection: injections.find(({ uses }) => uses.some((other) => isSamePlace(other, use))),
      };
    }
    yield* lacking(facts);
  },

  explain: (match, { facts }) => (match.kind === 'use' ? explainUse(match, facts) : explainLacking(match, facts)),

  fix: (match, { facts }) =>
    match.kind === 'lacking' || hidesNewName(match.use, facts)
      ? []
      : [renamed(match.use, match.injection && canRetype(match.injection) ? match.injection : undefined)],
});

const explainUse = ({ use, injection }: Use, facts: Facts): Explanation => ({
  title: '`RemoveExpiredGrantsAsync` is now `CleanupGrantsAsync`',
  message: messageFor(use, injection !== undefined, facts),
  severity: 'breaks-build',
  confidence: use.confidence,
  projects: use.projects,
  evidence: [
    evidence(facts.csharp.sourceOf(use.path), use.span, said[use.kind]),
    ...use.typedAt.map((at) => evidence(facts.csharp.sourceOf(at.path), at.span, 'names the type of the receiver')),
  ],
});

const explainLacking = ({ listed, type }: Lacking, { csharp }: Facts): Explanation => ({
  title: 'The inherited method no longer implements an interface of your own',
  message:
    `\`${listed.text}\` asks for \`${old}\`, which \`${type.replace(/^.*\./, '')}\` inherited from \`TokenCleanupService\`. In 6.3 the ` +
    'inherited method is called `CleanupGrantsAsync`, so the class no longer implements the interface (CS0535). Add a method of the old name ' +
    'to the class that calls `CleanupGrantsAsync`, or rename the method of the interface and its callers.',
  severity: 'breaks-build',
  confidence: listed.confidence,
  projects: listed.projects,
  evidence: [evidence(csharp.sourceOf(listed.path), listed.span, 'is no longer implemented')],
});

/** Classes whose own interface has the old method and that declare none themselves. */
function lacking({ csharp }: Facts): Lacking[] {
  const derived = csharp.typesDerivedFrom(tokenCleanup.service);
  const names = new Set(derived.map(({ name }) => name));
  const having = new Set(csharp.membersNamed(old, tokenCleanup.service).map(({ type }) => type));
  return derived
    .filter(({ name, bases }) => !having.has(name) && !bases.some(({ meaning }) => isOneOf(having, meaning)))
    .flatMap(({ name, bases }) =>
      bases
        .filter(
          ({ meaning }) =>
            meaning.kind === 'solution' && !names.has(meaning.name) && csharp.declaresMember(meaning.name, old),
        )
        .map((listed): Lacking => ({ kind: 'lacking', listed, type: name })),
    );
}

const isOneOf = (names: ReadonlySet<string>, meaning: TypeUse['meaning']) =>
  meaning.kind === 'solution' && names.has(meaning.name);

const isSamePlace = (a: MemberUse | Injection['uses'][number], b: MemberUse) =>
  a.path === b.path && a.span.start === b.span.start;

const canRetype = ({ escapes }: Injection) => escapes.length === 0;

/** A class that has a `CleanupGrantsAsync` of its own would be called instead of the inherited one, or call itself. */
const hidesNewName = ({ receiverType }: MemberUse, facts: Facts) =>
  receiverType.kind === 'solution' && facts.csharp.declaresMember(receiverType.name, 'CleanupGrantsAsync');

function messageFor(use: MemberUse, isInjected: boolean, facts: Facts): string {
  const on = use.receiver === '' ? 'the inherited method' : `\`${use.receiver}\``;
  const seen =
    use.confidence === 'possible'
      ? `What ${on} is could not be told from the code. If it is a \`TokenCleanupService\`, this no longer compiles: `
      : `${use.receiver === '' ? 'This uses the inherited method' : `${on} is a \`TokenCleanupService\``}. This no longer compiles (CS1061, CS0103 or CS0117): `;
  const change = 'in 6.3 the method has another name and does the same work, swallowing of exceptions included.';
  const together = isInjected
    ? ' The receiver comes from the container, where 6.3 knows it only as `ITokenCleanupService`: both edits belong together.'
    : '';
  const hidden = hidesNewName(use, facts)
    ? ' The class has a `CleanupGrantsAsync` of its own, which the new name would reach instead: decide by hand which of the two is meant, and write `base.CleanupGrantsAsync` for the inherited one.'
    : '';
  return seen + change + together + hidden;
}

const renamed = (use: MemberUse, injection: Injection | undefined): FixDraft => ({
  id: 'rename',
  title: use.kind === 'call' ? 'Call `CleanupGrantsAsync`' : 'Name `CleanupGrantsAsync`',
  safety: 'safe',
  changes: [replace(use, 'CleanupGrantsAsync')],
  ...(injection && { requires: [{ rule: 'token-cleanup-service-unregistered', at: injection.at, fix: 'retype' }] }),
});
