import type { Construction } from '../../../../engine/csharp/index-types.ts';
import type { Argument } from '../../../../engine/csharp/invocation-types.ts';
import { giveLess, isPlain } from '../../../../engine/facts/constructors/give-less.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { usingsLeft } from '../../../../engine/facts/left-usings.ts';
import { tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { buildsBoth } from '../../../../engine/facts/versions-built.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { Span } from '../../../../engine/text/span.ts';
import type { Change } from '../../../../engine/workspace/change.ts';

const marker = 'serverSideSessionsMarker';
const notification = 'operationalStoreNotification';
const position = 3;
const markerType = 'Duende.IdentityServer.Stores.IServerSideSessionsMarker';
const notificationType = 'Duende.IdentityServer.EntityFramework.IOperationalStoreNotification';

interface Match {
  readonly call: Construction;
  readonly index: number; // of the argument that has to go
  readonly at: Span; // what a compiler points at
  readonly says: string;
}

/** Upstream no longer asks whether server-side sessions are on, so the parameter in the middle of the list is gone. */
export default defineRule<Match>({
  meta: {
    id: 'token-cleanup-constructor-changed',
    step: 'breaking-changes',
    title: '`TokenCleanupService` no longer takes a server-side sessions marker',
    source: '#step-4-breaking-changes',
    covers: ['A01'],
    applies: { since: '6.3.0' },
    names: [tokenCleanup.service, markerType, notificationType],
  },

  detect: ({ facts }) =>
    facts.csharp.constructionsOf(tokenCleanup.service).flatMap((call) => matchOf(call, facts) ?? []),

  explain: ({ call, index, at, says }, { facts }) => {
    const source = facts.csharp.sourceOf(call.path);
    const less = giveLess(call, index, facts);
    return {
      title: 'The constructor of `TokenCleanupService` no longer takes a server-side sessions marker',
      message:
        `${call.kind === 'new' ? 'A `TokenCleanupService` is made' : 'A class derived from `TokenCleanupService` calls its constructor'} ` +
        `with the marker, which 6.3 doesn't take: this no longer compiles (${says}). The clean-up of expired sessions has moved to a ` +
        'host of its own, so nothing is lost.' +
        (less ? '' : ' The call holds something that an edit could spoil, so this is for you to change.'),
      severity: 'breaks-build',
      confidence: call.confidence,
      projects: call.projects,
      evidence: [
        evidence(source, at, 'gives the marker'),
        ...(less?.places ?? []).map((one) => evidence(facts.csharp.sourceOf(one.path), one.span, one.because)),
      ],
    };
  },

  fix: ({ call, index }, { facts }) => {
    const less = giveLess(call, index, facts);
    if (!less) return [];
    const changes = [...less.changes, ...usingsLeft(less.changes, facts)];
    const named = namedNotification(call, index);
    const dropped = drop('drop', 'Drop the marker', call, index, changes);
    if (named.length === 0) return [{ ...dropped, onBoth: true }];
    const title = 'Drop the marker, in a form that 6.2 compiles too';
    const onBoth: FixDraft = { ...drop('drop-and-name', title, call, index, [...changes, ...named]), onBoth: true };
    return buildsBoth(call, facts) ? [onBoth] : [dropped, onBoth];
  },
});

function matchOf(call: Construction, facts: Facts): Match | null {
  const given = call.arguments;
  const named = given.findIndex(({ name }) => name === marker);
  if (named >= 0) return { call, index: named, at: given[named]!.nameSpan!, says: 'CS1739' };
  const argument = given[position];
  if (!argument || argument.name !== null) return null;
  const again = given.find(({ name }) => name === notification);
  if (again) return { call, index: position, at: again.nameSpan!, says: 'CS1744' };
  if (given.length > position + 1) return { call, index: position, at: call.span, says: 'CS1729' };
  return isNothing(argument.text) || mayBeNotification(argument, call, facts)
    ? null
    : { call, index: position, at: argument.span, says: 'CS1503' };
}

/** `null` and `default` become the notification that may be left out too. */
const isNothing = (text: string) => /^\(*\s*(null|default)\s*!?\s*\)*!?$/.test(text);

/** Four arguments are what 6.3 takes too; on 6.2 the fourth can only be the marker. */
function mayBeNotification({ type }: Argument, call: Construction, facts: Facts): boolean {
  if (type.kind === 'product') return type.name === notificationType;
  if (
    type.kind === 'solution' &&
    facts.csharp.typesDerivedFrom(notificationType).some(({ name }) => name === type.name)
  )
    return true;
  const versions = facts.projects
    .filter(({ path }) => call.projects.includes(path))
    .map(({ product }) => product?.version);
  return !versions.some((version) => version && compareNumbers(version, '6.3') < 0);
}

/** 6.2 takes the notification in this place only by its name. */
function namedNotification(call: Construction, index: number): readonly Change[] {
  const next = call.arguments[index + 1];
  return next && next.name === null
    ? [
        {
          kind: 'edit',
          path: call.path,
          span: { start: next.span.start, end: next.span.start },
          newText: `${notification}: `,
        },
      ]
    : [];
}

const drop = (
  id: string,
  title: string,
  { arguments: given }: Construction,
  index: number,
  changes: readonly Change[],
): FixDraft =>
  isPlain(given[index]!)
    ? { id, title, changes, safety: 'safe' }
    : { id, title, changes, safety: 'review', caution: 'What stands there now is no longer run.' };
