import { invariant } from '../../../../engine/errors.ts';
import {
  builderOf,
  dataProtectionNames,
  type ProtectedHost,
  protectedHosts,
} from '../../../../engine/facts/data-protection/data-protection.ts';
import { setName } from '../../../../engine/facts/data-protection/set-name.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import type { Said } from '../../../../engine/facts/hosts/deployment-files.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, FixDraft, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule, type RuleContext } from '../../../../engine/rules/rule.ts';
import { conclude } from './decision-table.ts';
import { keyNamesOf, messageOf, titleOf, type Verdict } from './message.ts';
import { questionsFor } from './questions.ts';
import { situationOf } from './situation.ts';

/** What ASP.NET Core calls an application that names itself nothing depends on framework, kind of host and path. */
export default defineRule<ProtectedHost>({
  meta: {
    id: 'default-application-name-changed',
    step: 'data-protection',
    title: 'The default name that keys are kept under depends on framework and host',
    source: '#step-3-verify-data-protection-configuration',
    covers: ['step-3/application-name'],
    applies: { since: '6.3.0' },
    names: ['AddIdentityServer', ...dataProtectionNames],
  },

  questions: (facts) => protectedHosts(facts).flatMap(questionsFor),

  detect: ({ facts }) => protectedHosts(facts),

  explain: (host, context) => {
    const verdict = verdictOn(host, context);
    const { situation, conclusion } = verdict;
    const isUnsure = conclusion.outcome === 'open' || (host.kind === 'unknown' && situation.logged === null);
    return {
      title: titleOf(verdict),
      message: messageOf(verdict, fixesFor(verdict, context.facts).length > 0),
      severity: conclusion.outcome === 'same' || situation.data === 'none' ? 'advice' : 'breaks-run',
      confidence: isUnsure ? 'possible' : 'likely',
      projects: [host.project.path],
      keyNames: keyNamesOf(verdict),
      evidence: evidenceOf(host, context.facts),
    };
  },

  // An answer that was given and is empty settles nothing.
  settledBy: ({ project }, { answer }) => {
    const { answer: logged, isAssumed } = answer('old-discriminator', project.path);
    return { question: 'old-discriminator', project: isAssumed || logged.trim() !== '' ? project.path : null };
  },

  fix: (host, context) => fixesFor(verdictOn(host, context), context.facts),
});

function verdictOn(host: ProtectedHost, context: RuleContext): Verdict {
  const situation = situationOf(host, context);
  return { host, situation, conclusion: conclude(situation) };
}

function fixesFor({ host, situation, conclusion: { edit } }: Verdict, facts: Facts): FixDraft[] {
  const changes = edit && setName(host, edit, facts);
  if (!edit || !changes) return [];
  const isLiteral = edit.kind === 'literal';
  return [
    {
      id: isLiteral ? 'set-old-name' : 'set-trimmed-content-root',
      title: isLiteral
        ? `Set the old name, \`${edit.value}\``
        : 'Set the content root without its separator, which is the old name',
      changes,
      safety: 'review',
      onBoth: true,
      caution: [
        situation.logged === null
          ? 'A wrong name makes everything unreadable that is protected now: compare it with what the old deployment logs before you deploy.'
          : 'It must be the name that this very host logged: a wrong one makes everything unreadable that is protected now.',
        isLiteral
          ? ''
          : 'It holds while the path stays as it is; carry the line along if the start-up code is rewritten.',
        host.sharedWith.length > 0 ? 'Other hosts keep their keys in the same place and need the same name.' : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    },
  ];
}

function evidenceOf(host: ProtectedHost, facts: Facts): NonEmpty<Evidence> {
  const { csharp } = facts;
  const { project, name, keyRing, contentRoot, files } = host;
  const builder = builderOf(facts, project);
  const server = csharp.invocationsOf('AddIdentityServer').find(({ projects }) => projects.includes(project.path));
  const places = [
    ...(builder ? [[builder, 'builds the host'] as const] : []),
    ...(!builder && server ? [[named(server), 'adds IdentityServer to a host we could not see'] as const] : []),
    ...name.settings.map(({ place, hasEffect }) => [place, because(hasEffect)] as const),
    ...contentRoot.places.map(({ place, because }) => [place, because] as const),
    ...keyRing.stores.map(({ call, label }) => [named(call), `keeps the keys in ${label}`] as const),
    ...keyRing.protectedBy.map((call) => [named(call), 'protects the keys where they are stored'] as const),
    ...(keyRing.makesNoKeys ? [[named(keyRing.makesNoKeys), 'makes no keys of its own'] as const] : []),
    ...(keyRing.lifetime ? [[named(keyRing.lifetime), 'sets how long a key is used'] as const] : []),
    ...keyRing.signing.places.map(({ place, because }) => [place, because] as const),
  ];
  const said = [
    ...files.folders.map((one) => [one, 'is where the container runs it'] as const),
    ...files.contentRoots.map((one) => [one, 'sets the content root'] as const),
    ...files.mounts.map((one) => [one, 'is kept outside the container'] as const),
    ...files.iis.map((one) => [one, 'is how IIS runs it'] as const),
    ...files.publish.map((one) => [one, 'is where it is published'] as const),
    ...files.launch.map((one) => [one, 'is where it runs on a developer’s machine'] as const),
  ];
  const [first, ...rest] = [
    ...places.map(([{ path, span }, because]) => evidence(csharp.sourceOf(path), span, because)),
    ...said.map(([{ source, span }, because]: readonly [Said, string]) => evidence(source, span, because)),
  ];
  invariant(first, 'a host is known by its builder or by the server it adds');
  return [first, ...rest];
}

const named = <T extends { readonly nameSpan: { start: number; end: number } }>(call: T) => ({
  ...call,
  span: call.nameSpan,
});

const because = (hasEffect: boolean | null) =>
  hasEffect === null
    ? 'names the application, perhaps without effect'
    : hasEffect
      ? 'names the application'
      : 'names the application without effect: the framework sets its own name later';
