import type { Facts } from '../../../../engine/facts/facts.ts';
import {
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
  isSet,
  type OptionSet,
  setOption,
  whereSet,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, FixDraft } from '../../../../engine/rules/finding.ts';
import { evidenceOfOption } from '../../../../engine/rules/option-evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const question = 'keys-without-discovery';
const off = 'EnableDiscoveryEndpoint';
const keys = 'ShowKeySet';

/** Upstream gave the key endpoint a name of its own, so the switch for discovery no longer reaches it. */
export default defineRule<IdentityServerSite>({
  meta: {
    id: 'jwks-endpoint-left-on',
    step: 'breaking-changes',
    title: 'The key endpoint stays on where discovery is switched off',
    source: 'https://docs.duendesoftware.com/identityserver/v6/reference/options/',
    covers: ['B12'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, off, keys],
  },

  *questions(facts) {
    for (const project of new Set(sitesWithoutDiscovery(facts).map((site) => site.project))) {
      yield {
        id: question,
        project,
        step: 'breaking-changes',
        title: 'Shall the keys stay hidden where discovery is switched off?',
        why: 'Discovery is switched off here, which on 6.2 took the key endpoint with it. APIs that fetch the keys need it; a host that hides both meant to.',
        choices: [
          { value: 'hidden', label: 'hidden, as in 6.2' },
          { value: 'shown', label: 'shown, as 6.3 does' },
        ],
        assumed: 'hidden',
      };
    }
  },

  detect: ({ facts }) => sitesWithoutDiscovery(facts),

  explain: ({ call, project }, { facts }) => {
    const [first, ...rest] = switchedOff(facts, project);
    const site = evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'adds IdentityServer to this host');
    return {
      title: 'The public keys are served although discovery is off',
      message:
        'On 6.2 `EnableDiscoveryEndpoint = false` switched off the discovery document and the key endpoint (`…/jwks`) together: both answered 404. On 6.3 the key endpoint has a switch of its own, ' +
        '`Discovery.ShowKeySet`, which is on: the keys are served. They are public keys, so nothing leaks; but an address that was closed is open.',
      severity: 'changes-behaviour',
      confidence: 'certain',
      projects: call.projects,
      evidence: first ? [first, ...rest, site] : [site],
    };
  },

  settledBy: ({ project }) => ({ question, project }),

  fix: (site, context) => {
    const show: FixDraft = {
      id: 'show-keys',
      title: 'Serve the keys',
      changes: [],
      safety: 'review',
      caution: 'The key endpoint then answers where it was closed before.',
    };
    const isHidden = context.answer(question, site.project).answer === 'hidden';
    const changes = setOption(site, context.facts, (options) => ({
      key: keys,
      text: `${options}.Discovery.${keys} = false;`,
    }));
    if (!changes) return isHidden ? [] : [show];
    const hide: FixDraft = {
      id: 'hide-keys',
      title: 'Keep the keys hidden',
      changes,
      safety: 'review',
      caution: 'APIs must then go on getting the keys in another way, as they do now.',
    };
    return isHidden ? [hide, show] : [show, hide];
  },
});

const sitesWithoutDiscovery = (facts: Facts): readonly IdentityServerSite[] =>
  identityServerSites(facts).filter(
    ({ project }) => switchedOff(facts, project).length > 0 && !isSet(whereSet(keys, facts, project)),
  );

const switchedOff = (facts: Facts, project: IdentityServerSite['project']): Evidence[] =>
  evidenceOfOption(onlyFalse(whereSet(off, facts, project)), facts, 'switches discovery off');

/** What is set to something else than false says nothing; `evidenceOfOption` leaves false out, so it is told apart here. */
const onlyFalse = ({ assignments, settings }: OptionSet): OptionSet => ({
  assignments: assignments.filter(({ literal }) => literal === false).map((at) => ({ ...at, literal: null })),
  settings: settings
    .filter(({ setting }) => setting.value === false)
    .map(({ path, setting }) => ({ path, setting: { ...setting, value: null } })),
});
