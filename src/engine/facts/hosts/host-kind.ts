import type { Place } from '../../csharp/index-types.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import { baseName } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import type { HostKind, Project } from '../project.ts';

/** Classes that are made with `new` where nothing of the defaults is wanted. */
const bareBuilders: readonly { readonly type: string; readonly kind: HostKind }[] = [
  { type: 'Microsoft.Extensions.Hosting.HostBuilder', kind: 'generic-host' },
  { type: 'Microsoft.Extensions.Hosting.HostApplicationBuilder', kind: 'generic-host' },
  { type: 'Microsoft.AspNetCore.Hosting.WebHostBuilder', kind: 'web-host' },
];

/** `WebApplication.CreateBuilder` and kin, by the class that the builder comes from. */
const builders: readonly { readonly on: string; readonly methods: readonly string[]; readonly kind: HostKind }[] = [
  {
    on: 'WebApplication',
    methods: ['CreateBuilder', 'CreateSlimBuilder', 'CreateEmptyBuilder'],
    kind: 'web-application',
  },
  {
    on: 'Host',
    methods: ['CreateDefaultBuilder', 'CreateApplicationBuilder', 'CreateEmptyApplicationBuilder'],
    kind: 'generic-host',
  },
  { on: 'WebHost', methods: ['CreateDefaultBuilder', 'Start', 'StartWith'], kind: 'web-host' },
];

/** C# names whose files tell what builds the host. `WebHost` stands for its `Start`, a name that everything has. */
export const hostNames: readonly string[] = [
  'CreateBuilder',
  'CreateSlimBuilder',
  'CreateEmptyBuilder',
  'CreateApplicationBuilder',
  'CreateEmptyApplicationBuilder',
  'CreateDefaultBuilder',
  'WebHost',
  ...bareBuilders.map(({ type }) => type),
];

/** What builds a project's host: a call, or the `new` of a class. */
export interface HostBuilder extends Place {
  readonly kind: HostKind;
  readonly call: Invocation | null;
}

/** Everything in the project that builds a host. */
export const hostBuildersOf = (facts: Facts, project: Project): readonly HostBuilder[] => [
  ...builders.flatMap(({ on, methods, kind }) =>
    methods
      .flatMap((method) => facts.csharp.invocationsOf(method))
      .filter((call) => call.projects.includes(project.path) && isCalledOn(call, on))
      .map((call): HostBuilder => ({ path: call.path, span: call.span, projects: call.projects, kind, call })),
  ),
  ...bareBuilders.flatMap(({ type, kind }) =>
    facts.csharp
      .typeUses(type)
      .filter(({ role, projects }) => role === 'new' && projects.includes(project.path))
      .map(({ path, span, projects }): HostBuilder => ({ path, span, projects, kind, call: null })),
  ),
];

/** The one that counts: in Program.cs where there are several. None, where they don't agree. */
export function hostBuilderOf(facts: Facts, project: Project): HostBuilder | undefined {
  const counting = countingBuilders(facts, project);
  return new Set(counting.map(({ kind }) => kind)).size === 1 ? counting[0] : undefined;
}

export function countingBuilders(facts: Facts, project: Project): readonly HostBuilder[] {
  const all = hostBuildersOf(facts, project);
  const inProgram = all.filter(({ path }) => baseName(path) === 'Program.cs');
  return inProgram.length > 0 ? inProgram : all;
}

/** Web projects always have a host; others are libraries until something builds one. */
export function hostKindOf(facts: Facts, project: Project): HostKind {
  const builder = hostBuilderOf(facts, project);
  if (builder) return builder.kind;
  const mayHost = hostBuildersOf(facts, project).length > 0 || /\.Sdk\.(Web|Worker)$/i.test(project.sdk ?? '');
  return mayHost || project.sdk === null ? 'unknown' : 'library';
}

const isCalledOn = ({ receiver, receiverType }: Invocation, type: string) =>
  receiver.split('.').at(-1)?.trim() === type && receiverType.kind !== 'solution';
