import type { LibraryTable } from '../../../engine/csharp/nullability/library.ts';
import type { NullFlows } from '../../../engine/csharp/nullability/null-flows.ts';
import type { Facts } from '../../../engine/facts/facts.ts';
import { solutionOf } from '../../../engine/facts/projects/solution.ts';
import { compareNumbers } from '../../../engine/facts/version-level.ts';
import { nullableContextAt } from '../../../engine/facts/warnings/nullable-context.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';
import annotations from './identity-server.json' with { type: 'json' };

const interaction = 'Services.IIdentityServerInteractionService';

/** What 6.3.10 says of its public members, read from the assemblies built from its source. Below, some said otherwise. */
const later: readonly { since: string; type: string; member: string; was: string | readonly string[] }[] = [
  { since: '6.3.1', type: 'Models.Client', member: 'ClientClaimsPrefix', was: 'string' },
  { since: '6.3.2', type: 'Models.PersistedGrant', member: 'SessionId', was: 'string' },
  {
    since: '6.3.2',
    type: 'Models.LogoutRequest',
    member: 'new',
    was: '(string iframeUrl, .Models.LogoutMessage message)',
  },
  {
    since: '6.3.2',
    type: interaction,
    member: 'GetErrorContextAsync',
    was: '(string errorId): Task<.Models.ErrorMessage?>',
  },
  {
    since: '6.3.2',
    type: interaction,
    member: 'GetLogoutContextAsync',
    was: '(string logoutId): Task<.Models.LogoutRequest>',
  },
  { since: '6.3.2', type: interaction, member: 'RevokeUserConsentAsync', was: '(string clientId): Task' },
  {
    since: '6.3.4',
    type: 'Services.IReturnUrlParser',
    member: 'ParseAsync',
    was: '(string returnUrl): Task<.Models.AuthorizationRequest>',
  },
];

export const annotatedTypes = Object.keys(annotations.types).map((name) => `${annotations.namespace}.${name}`);

/** The annotations of one version of the product. */
export function annotationsOf(target: string): LibraryTable {
  const table = annotations as unknown as LibraryTable;
  const types = { ...table.types };
  for (const { since, type, member, was } of later)
    if (compareNumbers(target, since) < 0) types[type] = { ...types[type], [member]: was };
  return { ...table, types };
}

const known = new WeakMap<Facts, Map<string, readonly NullFlows[]>>();

/** Where the code meets the annotations of the target; worked out once for all rules. */
export function productFlows(facts: Facts, target: string): readonly NullFlows[] {
  const byTarget = known.get(facts) ?? new Map<string, readonly NullFlows[]>();
  known.set(facts, byTarget);
  const found = byTarget.get(target) ?? flowsThrough(annotationsOf(target), facts);
  byTarget.set(target, found);
  return found;
}

export function flowsThrough(library: LibraryTable, facts: Facts): readonly NullFlows[] {
  return facts.csharp.nullFlows({
    library,
    contextAt: (path, projects, offset) => nullableContextAt({ path, projects }, offset, facts),
    isConfigurationAnnotated: (projects) => isConfigurationAnnotated(projects, facts),
  });
}

/** `IConfiguration` says since .NET 7 that a setting may be missing. */
function isConfigurationAnnotated(projects: readonly FilePath[], { workspace }: Facts): boolean {
  const frameworks = projects.flatMap((path) => solutionOf(workspace).project(path)?.targetFrameworks ?? []);
  return frameworks.length > 0 && frameworks.every((one) => Number(/^net(\d+)\.\d/.exec(one)?.[1] ?? 0) >= 7);
}
