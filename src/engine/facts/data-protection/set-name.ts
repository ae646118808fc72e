import { indentAt, indentUnit } from '../../csharp/insertions.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import type { Change, TextEdit } from '../../workspace/change.ts';
import { replace } from '../../workspace/change.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { hostBuildersOf, hostKindOf } from '../hosts/host-kind.ts';
import { identityServerSites } from '../hosts/identity-server.ts';
import { isTestProject } from '../hosts/is-test-project.ts';
import { csharpString, runsAlways } from './code-lines.ts';
import type { ProtectedHost } from './data-protection.ts';
import { ownOf } from './references.ts';

/** A text, or the content root without its separator, worked out where the host runs. */
export type NameToSet = { readonly kind: 'literal'; readonly value: string } | { readonly kind: 'trimmed' };

/**
 * The one edit that gives a host its name: in the call that sets one already, in the data protection that it adds, beside
 * IdentityServer, or where the host is built. null: there is no place that is surely right.
 */
export function setName(host: ProtectedHost, name: NameToSet, facts: Facts): readonly Change[] | null {
  const { settings } = host.name;
  if (settings.some(({ how, hasEffect }) => how !== 'own' && hasEffect !== false)) return inItsPlace(host, name, facts);
  return inChain(host, name, facts) ?? besideServer(host, name, facts) ?? inBuilder(host, name, facts);
}

/** Another text for the only name that is set; a second call would have to know which of the two runs last. */
function inItsPlace(host: ProtectedHost, name: NameToSet, facts: Facts): readonly Change[] | null {
  const [only, ...others] = host.name.settings.filter(({ how }) => how !== 'own');
  const isClear = only?.hasEffect === true && others.length === 0 && only.value !== null;
  if (!isClear || name.kind !== 'literal' || !isOnlyOf(host, only.place.projects, facts)) return null;
  return [replace(only.value!, csharpString(name.value))];
}

/** `AddDataProtection()` becomes `AddDataProtection().SetApplicationName(…)`; what the chain goes on with stays behind it. */
function inChain(host: ProtectedHost, name: NameToSet, facts: Facts): readonly Change[] | null {
  const [call, ...others] = facts.csharp.invocationsOf('AddDataProtection').filter(ownOf(facts, host.project));
  if (!call || others.length > 0 || !isFrameworks(call) || !isEditable(host, call, facts)) return null;
  const value = expression(name, call);
  const text = textOf(facts, call.path);
  if (value === null || !isWholeStatement(call, text)) return null;
  const broken = /^[ \t]*\r?\n([ \t]*)\./.exec(text.slice(call.span.end));
  const before = broken ? `\n${broken[1]}` : '';
  return [
    insert(call.path, call.span.end, `${before}.SetApplicationName(${value})`),
    ...usings(facts, call.path, name),
  ];
}

/** A statement of its own behind the one that adds IdentityServer. */
function besideServer(host: ProtectedHost, name: NameToSet, facts: Facts): readonly Change[] | null {
  const own = ownOf(facts, host.project);
  const [site, ...others] = identityServerSites(facts).filter(({ call }) => own(call));
  if (!site || others.length > 0 || !isEditable(host, site.call, facts)) return null;
  const { call } = site;
  const text = textOf(facts, call.path);
  const receiver = call.receiver.trim();
  const value = expression(name, call);
  if (value === null || !call.statement || !/^[\w.]+$/.test(receiver) || !runsAlways(text, call.statement)) return null;
  const statement = `${receiver}.AddDataProtection().SetApplicationName(${value});`;
  return [behind(call.path, text, call.statement, statement), ...usings(facts, call.path, name)];
}

/** On the builder of a `WebApplication`, or in a `ConfigureServices` of its own on an older one, which knows the content root. */
function inBuilder(host: ProtectedHost, name: NameToSet, facts: Facts): readonly Change[] | null {
  const [builder, ...others] = hostBuildersOf(facts, host.project);
  const call = builder?.call;
  // Early in the host's life: an assignment through the options that is overwritten now would run after it.
  if (!call || others.length > 0 || host.name.settings.length > 0 || !isEditable(host, call, facts)) return null;
  const text = textOf(facts, call.path);
  if (call.name === 'CreateDefaultBuilder') return [onHostBuilder(call, name, text), ...usings(facts, call.path, name)];
  const variable = /^(?:var|[\w.]+)\s+(\w+)\s*=/.exec(text.slice(call.statement?.start ?? text.length))?.[1];
  if (variable === undefined || !call.statement || name.kind === 'trimmed' || !runsAlways(text, call.statement))
    return null;
  const statement = `${variable}.Services.AddDataProtection().SetApplicationName(${csharpString(name.value)});`;
  return [behind(call.path, text, call.statement, statement), ...usings(facts, call.path, name)];
}

function onHostBuilder(call: Invocation, name: NameToSet, text: string): TextEdit {
  const [context, services] = [unused('context', text), unused('services', text)];
  const value = name.kind === 'literal' ? csharpString(name.value) : trimmed(`${context}.HostingEnvironment`);
  const set = `${services}.AddDataProtection().SetApplicationName(${value})`;
  const broken = /^[ \t]*\r?\n([ \t]*)\./.exec(text.slice(call.span.end));
  const indent = broken?.[1] ?? indentAt(text, call.span.start);
  const link = broken ? `\n${indent}` : '';
  const lambda = `(${context}, ${services}) =>\n${indent}${indentUnit(text)}${set}`;
  return insert(call.path, call.span.end, `${link}.ConfigureServices(${lambda})`);
}

/** A lambda's parameter must not have the name of anything around it. */
const unused = (name: string, text: string): string =>
  new RegExp(`\\b${name}\\b`).test(text) ? unused(`host${name[0]!.toUpperCase()}${name.slice(1)}`, text) : name;

/** The name as C#. null: nothing here knows the content root. */
function expression(name: NameToSet, call: Invocation): string | null {
  if (name.kind === 'literal') return csharpString(name.value);
  const lambda = call.within.at(-1);
  const [context, services] = lambda?.body.parameters ?? [];
  const isInHost = lambda?.call === 'ConfigureServices' && lambda.body.parameters.length === 2;
  return isInHost && call.receiver.split(/[.\s]/)[0] === services ? trimmed(`${context}.HostingEnvironment`) : null;
}

const trimmed = (environment: string) => `${environment}.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar)`;

const usings = (facts: Facts, path: FilePath, name: NameToSet): readonly Change[] => [
  ...facts.csharp.using(path, 'Microsoft.AspNetCore.DataProtection'),
  ...facts.csharp.using(path, 'Microsoft.Extensions.DependencyInjection'),
  ...(name.kind === 'trimmed' ? facts.csharp.using(path, 'System.IO') : []),
];

/** On a line of its own, or on the same one where more stands on it. */
function behind(
  path: FilePath,
  text: string,
  { start, end }: { start: number; end: number },
  statement: string,
): TextEdit {
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0];
  if (!/^\s*(\/\/.*)?$/.test(rest)) return insert(path, end, ` ${statement}`);
  return insert(path, end + rest.length, `\n${indentAt(text, start)}${statement}`);
}

const insert = (path: FilePath, at: number, newText: string): TextEdit => ({
  kind: 'edit',
  path,
  span: { start: at, end: at },
  newText,
});

const textOf = (facts: Facts, path: FilePath) => facts.csharp.sourceOf(path).text;

/** `services.AddDataProtection()…;`, also behind `var x =`, `return` or `=>`, where it runs whenever the code around it does. */
function isWholeStatement({ receiverSpan, span, statement }: Invocation, text: string): boolean {
  const start = receiverSpan?.start ?? span.start;
  const lead = /(?:=>|\breturn|\b[\w.<>]+\s+\w+\s*=|)\s*$/.exec(text.slice(statement?.start ?? 0, start))![0];
  if (lead.startsWith('=>')) return true;
  const from = start - lead.length;
  return (statement === null || statement.start === from) && runsAlways(text, { start: from, end: span.end });
}

/** The framework's own: nothing given, or a lambda. */
const isFrameworks = ({ arguments: given, receiver, receiverType }: Invocation) =>
  receiver !== '' &&
  receiverType.kind !== 'solution' &&
  given.every(({ body, text }) => body !== null || text.includes('=>'));

const isEditable = (host: ProtectedHost, call: Invocation, facts: Facts) =>
  !call.isOpaque && isOnlyOf(host, call.projects, facts);

/** Code that no other host runs: another would get this one's name. */
function isOnlyOf(host: ProtectedHost, projects: readonly FilePath[], facts: Facts): boolean {
  const others = facts.projects.filter(
    (other) => other.path !== host.project.path && !isTestProject(other) && hostKindOf(facts, other) !== 'library',
  );
  return !others.some((other) => ownOf(facts, other)({ projects }));
}
