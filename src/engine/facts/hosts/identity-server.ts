import type { Assignment } from '../../csharp/index-types.ts';
import type { CodeBody, Invocation, Statement } from '../../csharp/invocation-types.ts';
import type { Change } from '../../workspace/change.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import type { Setting } from '../settings.ts';
import { isConnected, settingsNear } from './connected.ts';
import { isTestProject } from './is-test-project.ts';

export const optionsType = 'Duende.IdentityServer.Configuration.IdentityServerOptions';

/** C# names whose files tell where IdentityServer is added, what sets its options and where its clients come from. */
export const identityServerNames: readonly string[] = [
  optionsType,
  'AddIdentityServer',
  'AddIdentityServerBuilder',
  'AddInMemoryClients',
  'AddConfigurationStore',
  'AddConfigurationDbContext',
  'AddClientStore',
  'AddClientStoreCache',
  'Duende.IdentityServer.Stores.IClientStore',
];

/** One call of the product's `AddIdentityServer`, in the project that makes it. */
export interface IdentityServerSite {
  readonly call: Invocation;
  readonly project: FilePath | null;
  /** Code that sets its options: the lambda or method given to it, else those given to `Configure<IdentityServerOptions>`. */
  readonly bodies: readonly CodeBody[];
  /** It takes options that are set elsewhere: a configuration section, a delegate. */
  readonly takesOther: boolean;
}

/**
 * Every call of `AddIdentityServer` that is the product's own and not a method of the team's by that name, in a project that the
 * product reaches. Hosts that tests build count only where there is no other.
 */
export function identityServerSites(facts: Facts): readonly IdentityServerSite[] {
  const sites = ['AddIdentityServer', 'AddIdentityServerBuilder']
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter((call) => call.typeArguments.length === 0 && call.arguments.length <= 1 && call.receiver !== '')
    .filter((call) => !isTeamsOwn(call, facts) && isOfProduct(call, facts))
    .map((call) => ({
      call,
      project: call.projects[0] ?? null,
      bodies: call.isOpaque ? [] : bodiesOf(call, facts),
      takesOther:
        call.isOpaque || call.name !== 'AddIdentityServer' || call.arguments.some(({ body }) => body === null),
    }));
  const tests = new Set(facts.projects.filter(isTestProject).map(({ path }) => path));
  const served = sites.filter(({ project }) => project === null || !tests.has(project));
  return served.length > 0 ? served : sites;
}

const isTeamsOwn = (call: Invocation, facts: Facts) =>
  call.receiverType.kind === 'solution' && facts.csharp.declaresMember(call.receiverType.name, call.name);

/** IdentityServer4 has a method of this name too: the project must get the product, or the file must name it. */
const isOfProduct = ({ projects, path }: Invocation, facts: Facts) =>
  !facts.hasProjects ||
  facts.projects.some((project) => projects.includes(project.path) && project.product) ||
  /\bDuende\.IdentityServer\b/.test(facts.csharp.sourceOf(path).text);

function bodiesOf(call: Invocation, facts: Facts): CodeBody[] {
  const [argument] = call.arguments;
  if (argument?.body) return [argument.body];
  const callers =
    argument && call.method && /^\w+$/.test(argument.text)
      ? facts.csharp
          .invocationsOf(call.method)
          .flatMap(({ arguments: given }) => given.flatMap(({ body }) => body ?? []))
      : [];
  return [...callers, ...configured(call, facts)];
}

/** Those in the file of the call come first: what stands elsewhere may not run in every set-up. */
const configured = (site: Invocation, facts: Facts) =>
  ['Configure', 'PostConfigure']
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter(isForOptions)
    .filter(({ projects }) => site.projects.length === 0 || projects.some((project) => site.projects.includes(project)))
    .toSorted((a, b) => Number(b.path === site.path) - Number(a.path === site.path))
    .flatMap(({ arguments: given }) => given.flatMap(({ body }) => body ?? []));

/** `Configure<IdentityServerOptions>(…)` and kin. */
export const isForOptions = ({ typeArguments: [type] }: Invocation) =>
  type?.type.kind === 'product' && type.type.name === optionsType;

/** Where and how one more option can be set, so that it counts last. `null`: only by hand. */
export function setOption(
  site: IdentityServerSite,
  facts: Facts,
  statement: (options: string, body: CodeBody | null) => Statement | null,
): readonly Change[] | null {
  const { call } = site;
  const body = site.bodies.find(({ isOpen, parameters }) => isOpen && parameters.length > 0);
  const added = statement(body?.parameters[0] ?? 'options', body ?? null);
  if (!added || (!body && site.bodies.length > 0)) return null;
  if (body) return orNull(facts.csharp.addStatement(body, added));
  if (!site.takesOther) return orNull(facts.csharp.addLambda(call, 'options', added));
  return configureAfter(call, facts, added);
}

function configureAfter(call: Invocation, facts: Facts, statement: Statement): readonly Change[] | null {
  const receiver = call.receiver.trim();
  if (!/^[\w.]+$/.test(receiver)) return null;
  const added = facts.csharp.addCallAfter(call, `${receiver}.Configure<IdentityServerOptions>`, 'options', statement);
  return added.length === 0
    ? null
    : [...added, ...facts.csharp.using(call.path, 'Duende.IdentityServer.Configuration')];
}

const orNull = (changes: readonly Change[]) => (changes.length === 0 ? null : changes);

/** Where an option is set already, in code or in settings. */
export interface OptionSet {
  readonly assignments: readonly Assignment[];
  readonly settings: readonly { readonly path: FilePath; readonly setting: Setting }[];
}

/**
 * Looks for the option by its name, which no other type of the product has, in all that is connected with the host. A member of
 * that name on a type of the team's own (a view model, a DTO) is another.
 */
export const whereSet = (option: string, facts: Facts, host: FilePath | null): OptionSet => ({
  assignments: facts.csharp
    .assignmentsTo(option)
    .filter(({ targetType }) => targetType.kind !== 'solution')
    .filter(isConnected(host, facts)),
  settings: settingsNear(host, facts).flatMap(({ path, settings }) =>
    settings
      .filter(({ key }) => key.at(-1)?.toLowerCase() === option.toLowerCase())
      .map((setting) => ({ path, setting })),
  ),
});

export const isSet = ({ assignments, settings }: OptionSet) => assignments.length > 0 || settings.length > 0;

/**
 * Whether every client of this host is written in the code that was read: in-memory lists only, none of them from a configuration
 * section, and no store of another kind in what is connected with the host.
 */
export function areClientsInCode(facts: Facts, host: FilePath | null): boolean {
  const connected = isConnected(host, facts);
  const calls = (name: string) => facts.csharp.invocationsOf(name).filter(connected);
  const lists = calls('AddInMemoryClients');
  const elsewhere = ['AddConfigurationStore', 'AddConfigurationDbContext', 'AddClientStore', 'AddClientStoreCache'];
  const ownStores = facts.csharp
    .typeUses('Duende.IdentityServer.Stores.IClientStore')
    .filter(connected)
    .some(({ role }) => role === 'base' || role === 'registered');
  return (
    lists.length > 0 &&
    elsewhere.every((name) => calls(name).length === 0) &&
    !ownStores &&
    !lists.some((call) => !call.arguments[0] || isReadElsewhere(call, call.arguments[0].text, facts))
  );
}

/** From a configuration section, a file, or a method of the solution that reads them there. */
function isReadElsewhere(call: Invocation, list: string, { csharp }: Facts): boolean {
  const [, on, method] = /^(?:\w+\.)*(\w+)\.(\w+)\([^()]*\)(?:\.To(?:List|Array)\(\))?$/.exec(list) ?? [];
  const type = on && csharp.meaningOf(on, call);
  const [declared, ...others] = type && type.kind === 'solution' ? csharp.membersNamed(method!, type.name) : [];
  if (!declared?.body || others.length > 0) return isFromConfiguration(list);
  const { start, end } = declared.body;
  return isFromConfiguration(
    csharp
      .sourceOf(declared.path)
      .text.slice(start, end)
      .replaceAll(/\bconfiguration\[/gi, '['),
  );
}

const isFromConfiguration = (text: string) =>
  /\b(GetSection|Configuration|Deserialize|Bind)\b|\.Get<|\bJson/i.test(text);
