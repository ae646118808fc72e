import type { Invocation } from '../../csharp/index-types.ts';
import { baseName } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import type { HostKind, Project } from '../project.ts';

/** C# names whose files tell what builds the host. */
export const hostNames: readonly string[] = [
  'CreateBuilder',
  'CreateSlimBuilder',
  'CreateEmptyBuilder',
  'CreateApplicationBuilder',
  'CreateDefaultBuilder',
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
    methods: ['CreateDefaultBuilder', 'CreateApplicationBuilder', 'CreateEmptyBuilder'],
    kind: 'generic-host',
  },
  { on: 'WebHost', methods: ['CreateDefaultBuilder'], kind: 'web-host' },
];

/** The call that builds a project's host. */
export interface HostBuilder extends Invocation {
  readonly kind: HostKind;
}

/** Every call in the project that builds a host. */
export const hostBuildersOf = (facts: Facts, project: Project): readonly HostBuilder[] =>
  builders.flatMap(({ on, methods, kind }) =>
    methods
      .flatMap((method) => facts.csharp.invocationsOf(method))
      .filter((call) => call.projects.includes(project.path) && isCalledOn(call, on))
      .map((call) => ({ ...call, kind })),
  );

/** The one that counts: in Program.cs where there are several. None, where they don't agree. */
export function hostBuilderOf(facts: Facts, project: Project): HostBuilder | undefined {
  const all = hostBuildersOf(facts, project);
  const inProgram = all.filter(({ path }) => baseName(path) === 'Program.cs');
  const counting = inProgram.length > 0 ? inProgram : all;
  return new Set(counting.map(({ kind }) => kind)).size === 1 ? counting[0] : undefined;
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
