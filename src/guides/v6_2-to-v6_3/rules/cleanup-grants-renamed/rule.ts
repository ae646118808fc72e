import type { Injection, LiteralUse, MemberUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { injectionsThatThrow, tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { buildsBoth } from '../../../../engine/facts/versions-built.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation, FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';
import { explainLacking, forwards, type Lacking, lacking } from './own-interfaces.ts';
import { explainReference, explainReflection, lookUpsByName } from './references.ts';

type Match = Use | Lacking | { readonly kind: 'reflection'; readonly literal: LiteralUse };

interface Use {
  readonly kind: 'use';
  readonly use: MemberUse;
  /** The injection or resolution that the receiver comes from and that throws on 6.3. */
  readonly injection: Injection | undefined;
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
    names: [tokenCleanup.service, tokenCleanup.interface, old],
  },

  *detect({ facts }) {
    const injections = injectionsThatThrow(facts);
    for (const use of facts.csharp.usesOf(old, tokenCleanup.service)) {
      if (callsExtension(use) === true) continue;
      const injection = injections.find(({ uses }) => uses.some((other) => isSamePlace(other, use)));
      yield { kind: 'use', use, injection };
    }
    yield* lacking(facts);
    for (const literal of lookUpsByName(old, facts)) yield { kind: 'reflection', literal };
  },

  explain(match, { facts }) {
    switch (match.kind) {
      case 'use':
        return match.use.kind === 'cref' ? explainReference(match.use, facts) : explainUse(match, facts);
      case 'lacking':
        return explainLacking(match, facts);
      case 'reflection':
        return explainReflection(match.literal, facts);
    }
  },

  fix(match, { facts }) {
    switch (match.kind) {
      case 'use':
        if (hidesNewName(match.use, facts) || buildsBoth(match.use, facts)) return [];
        return [renamed(match.use, match.injection && canRetype(match.injection) ? match.injection : undefined)];
      case 'lacking':
        return forwards(match, facts);
      case 'reflection':
        return [];
    }
  },
});

const explainUse = ({ use, injection }: Use, facts: Facts): Explanation => ({
  title: '`RemoveExpiredGrantsAsync` is now `CleanupGrantsAsync`',
  message: messageFor(use, injection !== undefined, facts),
  severity: 'breaks-build',
  confidence: callsExtension(use) === undefined ? 'possible' : use.confidence,
  projects: use.projects,
  evidence: [
    evidence(facts.csharp.sourceOf(use.path), use.span, said[use.kind]),
    ...use.typedAt.map((at) => evidence(facts.csharp.sourceOf(at.path), at.span, 'names the type of the receiver')),
  ],
});

/**
 * Beside an extension method of the team's by that name: the product's takes one `CancellationToken` at most, what has other
 * arguments is theirs. undefined: the argument could be either.
 */
function callsExtension({ call, hasExtension }: MemberUse): boolean | undefined {
  if (!call || !hasExtension || call.arguments.length === 0) return false;
  const [only, ...more] = call.arguments;
  if (more.length > 0 || only!.literal !== null) return true;
  return only!.type.kind === 'unknown' ? undefined : !/(^|\.)CancellationToken$/.test(only!.type.name);
}

const isSamePlace = (a: MemberUse | Injection['uses'][number], b: MemberUse) =>
  a.path === b.path && a.span.start === b.span.start;

const canRetype = ({ escapes }: Injection) => escapes.length === 0;

/** A class that has a `CleanupGrantsAsync` of its own would be called instead of the inherited one, or call itself. */
const hidesNewName = ({ receiverType }: MemberUse, facts: Facts) =>
  receiverType.kind === 'solution' && facts.csharp.declaresMember(receiverType.name, 'CleanupGrantsAsync');

function messageFor(use: MemberUse, isInjected: boolean, facts: Facts): string {
  const on = use.receiver === '' ? 'the inherited method' : `\`${use.receiver}\``;
  const seen =
    callsExtension(use) === undefined
      ? 'You have an extension method of that name, and the argument does not tell which of the two is called. If it is the inherited one, this no longer compiles: '
      : use.confidence === 'possible'
        ? `What ${on} is could not be told from the code. If it is a \`TokenCleanupService\`, this no longer compiles: `
        : `${use.receiver === '' ? 'This uses the inherited method' : `${on} is a \`TokenCleanupService\``}. This no longer compiles (CS1061, CS0103 or CS0117): `;
  const change = 'in 6.3 the method has another name and does the same work, swallowing of exceptions included.';
  const together = isInjected
    ? ' The receiver comes from the container, where 6.3 knows it only as `ITokenCleanupService`: both edits belong together.'
    : '';
  const hidden = hidesNewName(use, facts)
    ? ' The class has a `CleanupGrantsAsync` of its own, which the new name would reach instead: decide by hand which of the two is meant, and write `base.CleanupGrantsAsync` for the inherited one.'
    : '';
  const both = buildsBoth(use, facts)
    ? ' This code is built against an older version too, and no name compiles on both: divide the call with `#if`.'
    : '';
  return seen + change + together + hidden + both;
}

const renamed = (use: MemberUse, injection: Injection | undefined): FixDraft => ({
  id: 'rename',
  title: use.kind === 'call' ? 'Call `CleanupGrantsAsync`' : 'Name `CleanupGrantsAsync`',
  safety: 'safe',
  changes: [replace(use, 'CleanupGrantsAsync')],
  ...(injection && { requires: [{ rule: 'token-cleanup-service-unregistered', at: injection.at, fix: 'retype' }] }),
});
