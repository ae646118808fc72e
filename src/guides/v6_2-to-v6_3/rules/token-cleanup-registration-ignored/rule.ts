import type { Facts } from '../../../../engine/facts/facts.ts';
import { registering } from '../../../../engine/facts/service-registrations.ts';
import { tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { addedBeside, movedBehindStore, underInterface } from './edits.ts';
import { type Registration, registrations } from './registrations.ts';

/** Upstream's host asks for the interface, so a class registered under the old service type is silently left out. */
export default defineRule<Registration>({
  meta: {
    id: 'token-cleanup-registration-ignored',
    step: 'breaking-changes',
    title: 'An own clean-up service must be registered as `ITokenCleanupService`',
    source: '#step-4-breaking-changes',
    covers: ['A03', 'B04', 'step-4/token-cleanup-interface'],
    applies: { since: '6.3.0' },
    names: [tokenCleanup.service, tokenCleanup.interface, 'AddOperationalStore', ...registering],
  },

  detect: ({ facts }) => registrations(facts),

  explain: (match, { facts }) => {
    const { call, derived, store } = match;
    const [declared] = facts.csharp.typesDerivedFrom(tokenCleanup.service).filter(({ name }) => name === derived);
    const wasRun = !wasNeverRun(match);
    return {
      title: wasRun
        ? 'The hosted clean-up no longer runs the class that is registered here'
        : 'The hosted clean-up never ran the class that is registered here',
      message: messageFor(match),
      severity: wasRun ? 'breaks-run' : 'advice',
      confidence: match.order === 'unknown' && match.service !== null ? 'likely' : 'certain',
      projects: call.projects,
      evidence: [
        evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'registers the derived class'),
        ...(store
          ? [evidence(facts.csharp.sourceOf(store.path), store.nameSpan, 'registers the service of the product')]
          : []),
        ...(declared
          ? [evidence(facts.csharp.sourceOf(declared.path), declared.span, 'derives from `TokenCleanupService`')]
          : []),
      ],
    };
  },

  fix: (match, { facts }) => (match.call.isOpaque || match.isTried ? [] : fixes(match, facts)),
});

/** 6.2 took the last registration of the class: the store's own, where that came later. */
const wasNeverRun = ({ service, order, isTried }: Registration) => service === null || order === 'before' || isTried;

function messageFor(match: Registration): string {
  const name = `\`${match.derived.replace(/^.*\./, '')}\``;
  if (match.service === null)
    return `${name} is registered under its own type only. Neither 6.2 nor 6.3 runs it in the hosted clean-up, which asks for \`TokenCleanupService\` and \`ITokenCleanupService\`. If it was meant to run there, register it as \`ITokenCleanupService\`: that changes what runs.`;
  if (match.isTried)
    return `\`${match.call.name}\` finds the service registered by the store in 6.2, and does nothing: ${name} was never run. In 6.3 own code that asks for \`TokenCleanupService\` gets it, the hosted clean-up doesn't. Decide which of the two is meant.`;
  if (match.order === 'before')
    return `This stands before \`AddOperationalStore\`, whose own registration comes later and wins: 6.2 never ran ${name}. To have it run, register it as \`ITokenCleanupService\` behind the store: that changes what runs.`;
  return (
    `The hosted clean-up of 6.3 asks for \`ITokenCleanupService\`. ${name} is registered as \`TokenCleanupService\`, so it compiles, and the stock clean-up runs in its place.` +
    (match.order === 'unknown'
      ? ' `AddOperationalStore` is called elsewhere: the registration must come after it.'
      : '')
  );
}

function fixes(match: Registration, facts: Facts): FixDraft[] {
  if (match.service === null)
    return reviewed('register-too', 'Register it as `ITokenCleanupService` too', addedBeside(match, facts));
  if (match.order === 'before')
    return reviewed('move', 'Register it as `ITokenCleanupService` behind the store', movedBehindStore(match, facts));
  const isAskedFor = facts.csharp.injectionsOf(tokenCleanup.service).length > 0;
  const id = isAskedFor ? 'register-too' : 'register-interface';
  const title = isAskedFor
    ? 'Register it as `ITokenCleanupService` too, and leave it to those who ask for the class'
    : 'Register it as `ITokenCleanupService`';
  const changes = isAskedFor ? addedBeside(match, facts) : underInterface(match, facts);
  if (changes.length === 0) return [];
  return match.order === 'after'
    ? [{ id, title, changes, safety: 'safe' }]
    : [
        {
          id,
          title,
          changes,
          safety: 'review',
          caution: 'It must come after `AddOperationalStore`, or the stock clean-up wins.',
        },
      ];
}

const reviewed = (id: string, title: string, changes: FixDraft['changes']): FixDraft[] =>
  changes.length === 0
    ? []
    : [
        {
          id,
          title,
          changes,
          safety: 'review',
          caution: 'The derived class was never run so far; from then on it is.',
        },
      ];
