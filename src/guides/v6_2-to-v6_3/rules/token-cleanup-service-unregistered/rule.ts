import type { Injection, TypeUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { injectionsThatThrow, tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { buildsBoth } from '../../../../engine/facts/versions-built.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

/** Upstream registers the clean-up service only by its new interface, so asking the container for the class throws. */
export default defineRule<Injection>({
  meta: {
    id: 'token-cleanup-service-unregistered',
    step: 'breaking-changes',
    title: '`TokenCleanupService` is registered only as `ITokenCleanupService`',
    source: '#step-4-breaking-changes',
    covers: ['A03', 'B04', 'step-4/token-cleanup-interface'],
    applies: { since: '6.3.0' },
    names: [tokenCleanup.service, tokenCleanup.interface, 'RemoveExpiredGrantsAsync', 'CleanupGrantsAsync'],
  },

  detect: ({ facts }) => injectionsThatThrow(facts),

  explain: (injection, { facts }) => {
    const { at, retype, escapes } = injection;
    const source = (path: TypeUse['path']) => facts.csharp.sourceOf(path);
    const how = at.role === 'resolved' ? 'resolved from the container' : 'injected by the container';
    return {
      title: '`TokenCleanupService` is registered only as `ITokenCleanupService`',
      message:
        `\`TokenCleanupService\` is ${how} here. It compiles on 6.3, but the store registers only \`ITokenCleanupService\`, so at run time ` +
        'there is no service of that type: `GetRequiredService` and constructors throw, `GetService` gives null.' +
        (buildsBoth(at, facts)
          ? ' This code is built against an older version too, which does not know the interface: divide it with `#if`.'
          : isOffered(injection)
            ? ''
            : ' It goes on to places that an edit here could not follow, so this is for you to change.'),
      severity: 'breaks-run',
      confidence: at.confidence,
      projects: at.projects,
      evidence: [
        evidence(
          source(at.path),
          at.span,
          at.role === 'resolved' ? 'asks the container for the class' : 'is given the class by the container',
        ),
        ...retype
          .filter((use) => !isSame(use, at))
          .map((use) => evidence(source(use.path), use.span, 'keeps it under that type')),
        ...escapes.map((place) => evidence(source(place.path), place.span, 'hands it on')),
      ],
    };
  },

  fix: (injection, { facts }) =>
    isOffered(injection) && !buildsBoth(injection.at, facts) ? [retyped(injection, facts)] : [],
});

const isSame = (a: TypeUse, b: TypeUse) => a.path === b.path && a.span.start === b.span.start;

/** Every use must exist on the interface, whose one member is the clean-up, and nothing may be handed on. */
const isOffered = ({ uses, escapes }: Injection) =>
  escapes.length === 0 &&
  uses.every(({ name }) => name === 'RemoveExpiredGrantsAsync' || name === 'CleanupGrantsAsync');

function retyped({ retype, uses }: Injection, facts: Facts): FixDraft {
  return {
    id: 'retype',
    title: 'Ask for `ITokenCleanupService`',
    safety: 'safe',
    changes: retype.flatMap((use) => {
      const { text, changes } = facts.csharp.nameFor(tokenCleanup.interface, use, use.text);
      return [replace(use, text), ...changes];
    }),
    requires: uses
      .filter(({ name }) => name === 'RemoveExpiredGrantsAsync')
      .map((use) => ({ rule: 'cleanup-grants-renamed', at: use, fix: 'rename' })),
  };
}
