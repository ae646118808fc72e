import type { Place } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { warningLevel } from '../../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { Span } from '../../../../engine/text/span.ts';
import { replace } from '../../../../engine/workspace/change.ts';

const flag = 'IncludeNonIsolatedApiResources';
const request = 'Duende.IdentityServer.Validation.ResourceValidationRequest';

interface Match {
  readonly at: Place;
  readonly kind: 'read' | 'set';
  readonly whole: Span;
  readonly isKnown: boolean; // that it is the product's
}

/** Upstream no longer sets the flag, and calls it obsolete. */
export default defineRule<Match>({
  meta: {
    id: 'non-isolated-flag-unset',
    step: 'breaking-changes',
    title: '`IncludeNonIsolatedApiResources` is never set any more',
    source: 'https://docs.duendesoftware.com/identityserver/v6/fundamentals/resources/isolation/',
    covers: ['A16'],
    applies: { since: '6.3.0' },
    names: [request, flag],
  },

  *detect({ facts: { csharp } }) {
    for (const read of csharp.readsOf(flag))
      if (read.receiverType.kind !== 'solution')
        yield { at: read, kind: 'read', whole: read.whole, isKnown: read.receiverType.kind === 'product' };
    for (const set of csharp.assignmentsTo(flag))
      if (set.targetType.kind !== 'solution')
        yield { at: set, kind: 'set', whole: set.span, isKnown: set.targetType.kind === 'product' };
  },

  explain: ({ at, kind, isKnown }, { facts }) => {
    const isError = warningLevel('CS0618', at, facts) === 'error';
    return {
      title: kind === 'read' ? 'This flag is always false now' : 'This flag no longer does anything',
      message:
        '6.2 set `IncludeNonIsolatedApiResources` where no scopes were asked for, and its validator looked at it. 6.3 neither sets nor reads it: API resources that are not isolated are always included, and the token is narrowed later. ' +
        (kind === 'read'
          ? 'Code that reads it, such as an own `IResourceValidator`, sees `false` from now on and drops resources that it used to keep. What 6.3 does is what `true` meant.'
          : 'Setting it changes nothing in the product any more.') +
        (isError
          ? ' The property is obsolete (CS0618), which is an error in this project.'
          : ' The property is obsolete, which the compiler warns of (CS0618).'),
      severity: isError ? 'breaks-build' : kind === 'read' ? 'changes-behaviour' : 'advice',
      confidence: isKnown ? 'certain' : 'possible',
      projects: at.projects,
      evidence: [
        evidence(facts.csharp.sourceOf(at.path), at.span, kind === 'read' ? 'reads the flag' : 'sets the flag'),
      ],
    };
  },

  fix: ({ at, kind, whole }, { facts }) =>
    kind === 'read' && !isSetByTeam(facts)
      ? [
          {
            id: 'take-as-true',
            title: 'Take it as `true`',
            changes: [replace({ path: at.path, span: whole }, 'true')],
            safety: 'review',
            caution: 'The condition around it may become simpler, or always true: read it again.',
          },
        ]
      : [],
});

/** Then it says what the team's own code says. */
const isSetByTeam = ({ csharp }: Facts) =>
  csharp.assignmentsTo(flag).some(({ targetType, literal }) => targetType.kind !== 'solution' && literal !== true);
