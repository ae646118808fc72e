import type { ProtectedHost } from '../../../../engine/facts/data-protection/data-protection.ts';
import type { Deployment } from '../../../../engine/facts/data-protection/default-name.ts';
import { type ServerPath, serverPath } from '../../../../engine/facts/data-protection/server-path.ts';
import type { HostKind } from '../../../../engine/facts/project.ts';
import { majorOfNet } from '../../../../engine/facts/projects/frameworks.ts';
import type { RuleContext } from '../../../../engine/rules/rule.ts';
import type { Situation } from './decision-table.ts';

type Ask = (id: string) => { readonly answer: string; readonly isAssumed: boolean };

/** A host as the code shows it, with what the answers say of its next deployment. */
export function situationOf(host: ProtectedHost, context: Pick<RuleContext, 'answer'>): Situation {
  const ask: Ask = (id) => context.answer(id, host.project.path);
  const after = afterwards(host, ask);
  return {
    before: host.deployment,
    after,
    path: pathAfter(host, ask, after),
    oldPath: oldPathOf(host, ask),
    name: host.name.given,
    data: oneOf(ask('protected-data').answer, ['keep', 'none']) ?? 'unknown',
    logged: loggedName(ask('old-discriminator').answer),
  };
}

function afterwards({ deployment: before, library }: ProtectedHost, ask: Ask): Deployment | 'unchanged' {
  const framework = frameworkAfter(before.framework, ask('framework-after').answer);
  const host = hostAfter(before.host, ask('host-after').answer);
  if (framework === 'keep' && host === before.host) return 'unchanged';
  if (framework === 'keep') return { ...before, host };
  const brought = library.package || library.lockFile ? (library.major ?? 0) : 0;
  return {
    ...before,
    host,
    framework,
    library: framework === null ? (brought > 0 ? brought : null) : Math.max(framework, brought),
  };
}

/** null: not known. */
function frameworkAfter(before: number | null, answer: string): number | null | 'keep' {
  if (answer === 'keep') return 'keep';
  const after = majorOfNet(answer);
  return after !== null && after === before ? 'keep' : after;
}

const hostAfter = (before: HostKind, answer: string): HostKind =>
  answer === 'keep' ? before : (oneOf(answer, ['web-application', 'generic-host', 'web-host']) ?? 'unknown');

/** A path that names its target framework moves with it, unless someone says that it doesn't. */
function pathAfter({ contentRoot }: ProtectedHost, ask: Ask, after: Situation['after']): Situation['path'] {
  const { answer, isAssumed } = ask('content-root-after');
  const isNewFramework = after !== 'unchanged' && ask('framework-after').answer !== 'keep';
  if (isAssumed && contentRoot.withFramework && isNewFramework) return 'moves';
  return oneOf(answer, ['same', 'moves']) ?? 'unknown';
}

const oldPathOf = ({ contentRoot }: ProtectedHost, ask: Ask): ServerPath | null =>
  serverPath(ask('content-root-before').answer) ?? (contentRoot.path === null ? null : serverPath(contentRoot.path));

/** As pasted from a log: without the quotes around it. '' says nothing. */
export function loggedName(answer: string): string | null {
  const text = answer.trim();
  const bare = /^"(.+)"$/.exec(text)?.[1] ?? text;
  return bare === '' ? null : bare;
}

const oneOf = <T extends string>(answer: string, known: readonly T[]): T | undefined =>
  known.find((value) => value === answer.trim());
