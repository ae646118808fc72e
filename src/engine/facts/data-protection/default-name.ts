import type { HostKind } from '../project.ts';

/** How a path or a name made of one ends: without a separator, or with one. */
export type Ending = 'bare' | 'ended' | 'unknown';

/** What decides how the default name of an application ends. Numbers are major versions; null: not known. */
export interface Deployment {
  readonly host: HostKind;
  readonly framework: number | null;
  /** Of the Microsoft.AspNetCore.DataProtection that is loaded: a package can be newer than the framework. */
  readonly library: number | null;
  /** The content root as it is configured; the current directory, which has no separator, unless something else is. */
  readonly root: Ending;
}

/** From .NET 7 on, the name ends with a separator whatever the path looks like. */
const addsSeparator = 7;

/**
 * `IHostEnvironment.ContentRootPath`. `WebApplication` on .NET 6 ended it with a separator, which .NET 7 took back:
 * https://github.com/dotnet/aspnetcore/issues/40964
 */
export function contentRootPathOf({ host, framework, root }: Deployment): Ending {
  if (root === 'ended') return 'ended';
  if (framework !== null && framework >= addsSeparator) return root;
  if (framework === null) return isPlainHost(host) ? root : 'unknown';
  return host === 'web-application' ? 'ended' : isPlainHost(host) ? root : 'unknown';
}

/** The default `ApplicationDiscriminator`: https://github.com/dotnet/aspnetcore/pull/41849 */
export function defaultNameOf(deployment: Deployment): Ending {
  const { host, library, root } = deployment;
  if (host === 'web-application' || root === 'ended') return 'ended';
  if (library === null) return 'unknown';
  return library >= addsSeparator ? 'ended' : contentRootPathOf(deployment);
}

const isPlainHost = (host: HostKind) => host === 'generic-host' || host === 'web-host';
