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
import { contains } from '../../../../engine/text/span.ts';
import { baseName } from '../../../../engine/workspace/file-path.ts';

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
      confidence: isSure(facts, project) ? 'certain' : 'likely',
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
    const changes = hideKeys(site, context.facts);
    if (!changes) return isHidden ? [] : [show];
    const hide: FixDraft = {
      id: 'hide-keys',
      title: 'Keep the keys hidden',
      changes,
      safety: 'review',
      onBoth: true,
      caution: 'APIs must then go on getting the keys in another way, as they do now.',
    };
    return isHidden ? [hide, show] : [show, hide];
  },
});

const sitesWithoutDiscovery = (facts: Facts): readonly IdentityServerSite[] =>
  identityServerSites(facts).filter(
    ({ project }) => switchedOff(facts, project).length > 0 && !isSet(hidden(facts, project)),
  );

/** What says true leaves the keys where 6.3 has them, though on 6.2 the other switch hid them. */
const hidden = (facts: Facts, project: IdentityServerSite['project']): OptionSet => {
  const { assignments, settings } = whereSet(keys, facts, project);
  return {
    assignments: assignments.filter(({ literal }) => literal !== true),
    settings: settings.filter(({ setting }) => setting.value !== true),
  };
};

/** Said of the product's own options, and for every environment. */
const isSure = (facts: Facts, project: IdentityServerSite['project']) => {
  const { assignments, settings } = onlyFalse(whereSet(off, facts, project));
  return (
    assignments.some(({ target }) => /\bEndpoints\s*\.\s*\w+$/.test(target)) ||
    settings.some(({ path }) => baseName(path).toLowerCase() === 'appsettings.json')
  );
};

/** Where discovery may be on after all, the keys follow its switch, as they did on 6.2. */
function hideKeys(site: IdentityServerSite, facts: Facts) {
  const { assignments, settings } = onlyFalse(whereSet(off, facts, site.project));
  if (isSet(whereSet(keys, facts, site.project))) return null;
  return setOption(site, facts, (options, body) => {
    if (body?.endsEarly) return null;
    const isHere = body !== null && assignments.some((at) => at.path === body.path && contains(body.span, at.span));
    const code = body ? facts.csharp.sourceOf(body.path).text.slice(body.span.start, body.span.end) : '';
    const isAlways = isHere
      ? !/\b(if|switch|else|catch)\b|\?/.test(code)
      : settings.some(({ path }) => baseName(path).toLowerCase() === 'appsettings.json');
    const value = isAlways ? 'false' : `${options}.Endpoints.${off}`;
    return { key: keys, text: `${options}.Discovery.${keys} = ${value};` };
  });
}

const switchedOff = (facts: Facts, project: IdentityServerSite['project']): Evidence[] =>
  evidenceOfOption(onlyFalse(whereSet(off, facts, project)), facts, 'switches discovery off');

/** What is set to something else than false says nothing; `evidenceOfOption` leaves false out, so it is told apart here. */
const onlyFalse = ({ assignments, settings }: OptionSet): OptionSet => ({
  assignments: assignments.filter(({ literal }) => literal === false).map((at) => ({ ...at, literal: null })),
  settings: settings
    .filter(({ setting }) => setting.value === false)
    .map(({ path, setting }) => ({ path, setting: { ...setting, value: null } })),
});
