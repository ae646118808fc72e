import type { Injection, MemberUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { injectionsThatThrow, tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

interface Match {
  readonly use: MemberUse;
  /** The injection or resolution that the receiver comes from and that throws on 6.3. */
  readonly injection: Injection | undefined;
}

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
      yield { use, injection: injections.find(({ uses }) => uses.some((other) => isSamePlace(other, use))) };
    }
  },

  explain: ({ use, injection }, { facts }) => ({
    title: '`RemoveExpiredGrantsAsync` is now `CleanupGrantsAsync`',
    message: messageFor(use, injection !== undefined, facts),
    severity: 'breaks-build',
    confidence: use.confidence,
    projects: use.projects,
    evidence: [
      evidence(facts.csharp.sourceOf(use.path), use.span, said[use.kind]),
      ...use.typedAt.map((at) => evidence(facts.csharp.sourceOf(at.path), at.span, 'names the type of the receiver')),
    ],
  }),

  fix: ({ use, injection }, { facts }) =>
    hidesNewName(use, facts) ? [] : [renamed(use, injection && canRetype(injection) ? injection : undefined)],
});

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
