import type { Assignment } from '../../../../engine/csharp/index-types.ts';
import type { CodeBody } from '../../../../engine/csharp/invocation-types.ts';
import { isCopied } from '../../../../engine/facts/clients/clients.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { type BoundSection, isBoundBefore, setOptionOrSetting } from '../../../../engine/facts/hosts/bound-section.ts';
import {
  areClientsInCode,
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
  isSet,
  whereSet,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { isKey } from '../../../../engine/facts/read-settings.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, FixDraft } from '../../../../engine/rules/finding.ts';
import { evidenceOfOption } from '../../../../engine/rules/option-evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';

const question = 'logout-token-typ';

/** Upstream gave logout tokens a `typ` of their own, so a client that checks for the old one refuses them. */
export default defineRule<IdentityServerSite>({
  meta: {
    id: 'logout-token-typ-changed',
    step: 'breaking-changes',
    title: 'Logout tokens carry the `typ` `logout+jwt`',
    source: '#step-4-breaking-changes',
    covers: ['B02', 'step-4/logout-token-typ'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, 'BackChannelLogoutUri', 'LogoutTokenJwtType', 'AccessTokenJwtType'],
  },

  *questions(facts) {
    for (const project of new Set(sitesThatCanSend(facts).map((site) => site.project))) {
      yield {
        id: question,
        project,
        step: 'breaking-changes',
        title: 'Which `typ` may logout tokens have after the upgrade?',
        why: 'A client that takes part in back-channel logout and checks the `typ` of the logout token must accept the new value, or its users stay signed in there. Keep the old value until each such client has been asked.',
        choices: [
          { value: 'new', label: '`logout+jwt`, as the specification has it' },
          { value: 'keep', label: 'the value of 6.2' },
        ],
        assumed: 'new',
      };
    }
  },

  detect: ({ facts }) => sitesThatCanSend(facts),

  explain: ({ call, project }, { facts }) => {
    const clients = clientsTold(facts, project);
    return {
      title: 'Logout tokens carry the `typ` `logout+jwt`',
      message:
        `6.2 wrote into the header of logout tokens what \`AccessTokenJwtType\` says, \`at+jwt\` unless set. 6.3 writes \`logout+jwt\`. ` +
        (clients.length > 0
          ? 'Clients with a back-channel logout URI were found: each must accept the new value, or be kept on the old one with `LogoutTokenJwtType`.'
          : 'This host gets clients from a place that is not in the code, so any of them may have a back-channel logout URI: ask those that validate `typ`, or keep the old value with `LogoutTokenJwtType`.'),
      severity: 'changes-behaviour',
      confidence: clients.length > 0 ? 'certain' : 'likely',
      projects: call.projects,
      evidence: [
        evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'adds IdentityServer, which sends the logout tokens'),
        ...clients,
      ],
    };
  },

  settledBy: ({ project }) => ({ question, project }),

  fix: (site, context) => {
    const takeNew: FixDraft = {
      id: 'take-new',
      title: 'Send `logout+jwt`',
      changes: [],
      safety: 'review',
      caution: 'Ask every client that validates the `typ` of logout tokens first.',
    };
    const isKept = context.answer(question, site.project).answer === 'keep';
    const changes = setOptionOrSetting(
      site,
      context.facts,
      (section) => {
        const value = oldSetting(context.facts, site.project, section);
        return value === null ? null : { key: ['LogoutTokenJwtType'], value };
      },
      (options, body) => {
        const value = oldValue(context.facts, site, options, body);
        return value === null ? null : { key: 'LogoutTokenJwtType', text: `${options}.LogoutTokenJwtType = ${value};` };
      },
    );
    if (!changes) return isKept ? [] : [takeNew];
    const keepOld: FixDraft = {
      id: 'keep-old',
      title: 'Keep the `typ` of 6.2',
      changes,
      safety: 'review',
      caution: 'Logout tokens then go on without the `typ` that the back-channel logout specification asks for.',
    };
    return isKept ? [keepOld, takeNew] : [takeNew, keepOld];
  },
});

/** Hosts where nothing is decided yet and some client may have a back-channel logout URI. */
const sitesThatCanSend = (facts: Facts): readonly IdentityServerSite[] =>
  identityServerSites(facts).filter(
    ({ project }) =>
      !isSet(whereSet('LogoutTokenJwtType', facts, project)) &&
      (!areClientsInCode(facts, project) || isSet(whereSet('BackChannelLogoutUri', facts, project))),
  );

/** Those written down; code that copies the address from elsewhere tells of none. */
function clientsTold(facts: Facts, host: FilePath | null): Evidence[] {
  const { assignments, settings } = whereSet('BackChannelLogoutUri', facts, host);
  const written = assignments.filter((set) => !isCopied(set));
  return evidenceOfOption({ assignments: written, settings }, facts, 'a client that is sent logout tokens');
}

/** What 6.2 wrote with the options of this section: what it sets itself, and nothing else does, or the default. null: unknown. */
function oldSetting(facts: Facts, host: FilePath | null, { file, key }: BoundSection): string | null {
  const { assignments, settings } = whereSet('AccessTokenJwtType', facts, host);
  const [only, ...others] = settings;
  if (assignments.length > 0 || others.length > 0) return null;
  if (!only) return 'at+jwt';
  const isHere = only.path === file.path && isKey(only.setting, ...key, 'AccessTokenJwtType');
  return isHere && typeof only.setting.value === 'string' ? only.setting.value : null;
}

/**
 * What 6.2 wrote: the literal that `AccessTokenJwtType` is set to in the same body, its default, else whatever it holds by then.
 * null: unknown, or set only later.
 */
function oldValue(facts: Facts, site: IdentityServerSite, options: string, body: CodeBody | null): string | null {
  const { assignments, settings } = whereSet('AccessTokenJwtType', facts, site.project);
  if (assignments.length === 0 && settings.length === 0) return '"at+jwt"';
  const isIn = ({ path, span }: Assignment, around: CodeBody) =>
    path === around.path && around.span.start <= span.start && span.end <= around.span.end;
  const [only, ...others] = assignments;
  const isOnly = only && others.length === 0 && settings.length === 0;
  if (isOnly && body && isIn(only, body) && typeof only.literal === 'string') return only.text;
  const { call } = site;
  const isBefore = (set: Assignment) =>
    (body && isIn(set, body)) || (set.path === call.path && set.span.start <= call.span.end);
  const isKnown = assignments.every(isBefore) && (settings.length === 0 || isBoundBefore(site, facts));
  return isKnown && !body?.endsEarly ? `${options}.AccessTokenJwtType` : null;
}
