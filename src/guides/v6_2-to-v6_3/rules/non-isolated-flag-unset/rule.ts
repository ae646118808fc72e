import type { Assignment, MemberRead, PropertyPattern, TypeAnswer } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { warningLevel } from '../../../../engine/facts/warnings/warning-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

const flag = 'IncludeNonIsolatedApiResources';
const request = 'Duende.IdentityServer.Validation.ResourceValidationRequest';

type Match =
  | { readonly kind: 'read' | 'nameof'; readonly at: MemberRead; readonly of: TypeAnswer }
  | { readonly kind: 'pattern'; readonly at: PropertyPattern; readonly of: TypeAnswer }
  | { readonly kind: 'set'; readonly at: Assignment; readonly of: TypeAnswer };

const said: Record<Match['kind'], string> = {
  read: 'reads the flag',
  nameof: 'names the flag',
  pattern: 'looks at the flag',
  set: 'sets the flag',
};

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
    const found: Match[] = [
      ...csharp.readsOf(flag).map((at): Match => ({ kind: at.kind, at, of: at.receiverType })),
      ...csharp.propertyPatternsOn(flag).map((at): Match => ({ kind: 'pattern', at, of: at.receiverType })),
      ...csharp.assignmentsTo(flag).map((at): Match => ({ kind: 'set', at, of: at.targetType })),
    ];
    yield* found.filter(({ of }) => of.kind === 'product' || of.kind === 'unknown');
  },

  explain: ({ at, kind, of }, { facts }) => {
    const isError = warningLevel('CS0618', at, facts) === 'error';
    const isAsked = kind === 'read' || kind === 'pattern';
    return {
      title: isAsked ? 'This flag is always false now' : 'This flag no longer does anything',
      message:
        '6.2 set `IncludeNonIsolatedApiResources` where no scopes were asked for, and its validator looked at it. 6.3 neither sets nor reads it: API resources that are not isolated are always included, and the token is narrowed later. ' +
        (isAsked
          ? 'Code that reads it, such as an own `IResourceValidator`, sees `false` from now on and drops resources that it used to keep. What 6.3 does is what `true` meant.'
          : kind === 'set'
            ? 'Setting it changes nothing in the product any more.'
            : 'Its name is all that is left here.') +
        (isError
          ? ' The property is obsolete (CS0618), which is an error in this project.'
          : ' The property is obsolete, which the compiler warns of (CS0618).') +
        ((isAsked || kind === 'set') && isSetByTeam(facts) && isRead(facts)
          ? ' Your own code both sets and reads it, and not only to `true`: what it stands for is yours to say. Carry it in a property of your own.'
          : ''),
      severity: isError ? 'breaks-build' : isAsked ? 'changes-behaviour' : 'advice',
      confidence: of.kind === 'product' ? 'certain' : 'possible',
      projects: at.projects,
      evidence: [evidence(facts.csharp.sourceOf(at.path), at.span, said[kind])],
    };
  },

  fix: (match, { facts }) => {
    if (match.kind === 'nameof')
      return [
        {
          ...review('write-name', 'Write the name as text', [
            replace({ path: match.at.path, span: match.at.whole }, `"${flag}"`),
          ]),
          onBoth: true,
        },
      ];
    if (match.kind === 'set') {
      const isNeeded = match.at.literal !== true && isRead(facts);
      const changes = isNeeded || /\(/.test(match.at.text) ? [] : facts.csharp.removeAssignment(match.at);
      return changes.length === 0 ? [] : [review('stop-setting', 'Stop setting it', changes)];
    }
    if (isSetByTeam(facts)) return [];
    if (match.kind === 'pattern')
      return match.at.pattern === 'true' && match.at.removed.length > 0
        ? [review('take-as-true', 'Take it as `true`, and ask no more', match.at.removed)]
        : [];
    return match.at.isConditional
      ? []
      : [review('take-as-true', 'Take it as `true`', [replace({ path: match.at.path, span: match.at.whole }, 'true')])];
  },
});

const review = (id: string, title: string, changes: FixDraft['changes']): FixDraft => ({
  id,
  title,
  changes,
  safety: 'review',
  caution:
    id === 'take-as-true'
      ? 'The condition around it may become simpler, or always true: read it again.'
      : 'Nothing of the product looked at what is set here; look whether anything of yours does.',
});

const isRead = ({ csharp }: Facts) =>
  csharp.readsOf(flag).some(({ kind, receiverType }) => kind === 'read' && receiverType.kind !== 'solution') ||
  csharp.propertyPatternsOn(flag).some(({ receiverType }) => receiverType.kind !== 'solution');

/** Then it says what the team's own code says. */
const isSetByTeam = ({ csharp }: Facts) =>
  csharp.assignmentsTo(flag).some(({ targetType, literal }) => targetType.kind !== 'solution' && literal !== true);
