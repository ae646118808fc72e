import type { Argument, Invocation } from '../../csharp/invocation-types.ts';
import type { Span } from '../../text/span.ts';
import type { Change } from '../../workspace/change.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import { type SourceFile, sourceOf } from '../../workspace/workspace.ts';
import type { Facts } from '../facts.ts';
import { addSetting } from '../setting-edits.ts';
import { type IdentityServerSite, isForOptions, setOption } from './identity-server.ts';

/** One more option that a host can take from its settings: `['PersistentGrants', 'X']` with `false`. */
export interface NewSetting {
  readonly key: readonly string[];
  readonly value: string | boolean;
}

/**
 * The section that the options are bound to with the setting added, in the file that every environment loads. Empty where they are
 * bound to none, or where that section, as it is written in the code, isn't in that file.
 * `value`: null where what should be set isn't known for that file and section.
 */
function setInSection(
  site: IdentityServerSite,
  facts: Facts,
  setting: (section: BoundSection) => NewSetting | null,
): readonly Change[] {
  const section = boundSection(site, facts);
  const added = section && setting(section);
  return added ? addSetting(section.file, section.key, added.key, JSON.stringify(added.value)) : [];
}

/** One more option where the host sets its options: in the section they are bound to, else in code. `null`: only by hand. */
export function setOptionOrSetting(
  site: IdentityServerSite,
  facts: Facts,
  setting: (section: BoundSection) => NewSetting | null,
  statement: Parameters<typeof setOption>[2],
): readonly Change[] | null {
  const inSection = setInSection(site, facts, setting);
  return inSection.length > 0 ? inSection : setOption(site, facts, statement);
}

export interface BoundSection {
  readonly file: SourceFile; // the host's `appsettings.json`
  readonly key: readonly string[];
}

function boundSection(site: IdentityServerSite, facts: Facts): BoundSection | null {
  const bindings = bindingsOf(site, facts);
  const [first] = bindings;
  const file = settingsFileOf(site.project, facts);
  const isOne = new Set(bindings.map(({ key }) => key.join(':').toLowerCase())).size === 1;
  return first && file && isOne ? { file, key: first.key } : null;
}

/** Whether whatever settings hold is in the options by the time that `AddIdentityServer` sets them, as far as it can be told. */
export function isBoundBefore(site: IdentityServerSite, facts: Facts): boolean {
  const { call, takesOther } = site;
  const bindings = bindingsOf(site, facts);
  return (
    (takesOther || bindings.length > 0) &&
    bindings.every(
      ({ by }) =>
        by.path === call.path && by.codeAround.start === call.codeAround.start && by.span.start <= call.span.end,
    )
  );
}

/** Settings for every environment, next to the project file: what the host's defaults load first. */
function settingsFileOf(project: FilePath | null, { projects, workspace }: Facts): SourceFile | null {
  const folder = projects.find(({ path }) => path === project)?.folder;
  const path = folder ? `${folder}/appsettings.json` : 'appsettings.json';
  const file = project === null ? undefined : workspace.files.get(path as FilePath);
  const source = file && sourceOf(file);
  return source?.kind === 'text' ? source : null;
}

/** A section given to the options. */
interface Binding {
  readonly key: readonly string[];
  readonly by: Invocation;
}

/** Every one whose section can be told, wherever it stands in the project. */
const bindingsOf = (site: IdentityServerSite, facts: Facts): Binding[] =>
  [...callsThatBind(site, facts)].flatMap(({ by, key }) => (key ? [{ by, key }] : []));

function* callsThatBind(
  site: IdentityServerSite,
  facts: Facts,
): Generator<{ readonly by: Invocation; readonly key: readonly string[] | null }> {
  const { csharp } = facts;
  const calls = (name: string) =>
    csharp
      .invocationsOf(name)
      .filter(({ projects }) => projects.some((project) => site.call.projects.includes(project)));
  for (const by of [site.call, ...calls('Configure').filter(isForOptions)]) {
    const [argument, ...others] = by.arguments;
    if (argument && !argument.body && others.length === 0) yield { by, key: keyOf(argument, by, facts) };
  }
  for (const by of calls('BindConfiguration')) {
    const [section] = by.arguments;
    if (section && isOnOptions(by, calls('AddOptions'))) yield { by, key: nameOf(section) };
  }
  for (const by of calls('Bind')) {
    const [first, second] = by.arguments;
    const isOptions = (text: string | undefined) =>
      site.bodies.some(
        ({ path, span, parameters }) => path === by.path && isWithin(by.span, span) && parameters[0] === text,
      );
    if (first && isOnOptions(by, calls('AddOptions'))) yield { by, key: keyOf(first, by, facts) };
    else if (by.receiverSpan && isOptions(first?.text))
      yield { by, key: keyOf({ span: by.receiverSpan, text: by.receiver }, by, facts) };
    else if (first && isOptions(second?.text) && isConfiguration(by.receiver)) yield { by, key: nameOf(first) };
  }
}

const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** `services.AddOptions<IdentityServerOptions>().….Bind(…)`. */
const isOnOptions = ({ path, receiverSpan }: Invocation, addOptions: readonly Invocation[]) =>
  receiverSpan !== null &&
  addOptions.some(
    (call) =>
      call.path === path && call.arguments.length === 0 && isForOptions(call) && isWithin(call.span, receiverSpan),
  );

/** `configuration.GetSection("A").GetSection("B")`, or a local that holds it: `['A', 'B']`. */
function keyOf(
  { span, text }: Pick<Argument, 'span' | 'text'>,
  at: Invocation,
  facts: Facts,
): readonly string[] | null {
  const sections = ['GetSection', 'GetRequiredSection']
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter(({ path }) => path === at.path);
  const sameSpan = sections.find((call) => call.span.start === span.start && call.span.end === span.end);
  const section = sameSpan ?? heldBy(text, sections, at, facts);
  const [name] = section?.arguments ?? [];
  const last = name ? nameOf(name) : null;
  if (!section?.receiverSpan || !last) return null;
  if (isConfiguration(section.receiver)) return last;
  const outer = keyOf({ span: section.receiverSpan, text: section.receiver }, at, facts);
  return outer && [...outer, ...last];
}

/** The one that a local of that name is declared with, in the same member. */
function heldBy(local: string, sections: readonly Invocation[], at: Invocation, { csharp }: Facts): Invocation | null {
  if (!/^\w+$/.test(local)) return null;
  const { text } = csharp.sourceOf(at.path);
  const declared = sections.filter(
    ({ span, codeAround }) =>
      codeAround.start === at.codeAround.start &&
      span.end < at.span.start &&
      new RegExp(`\\b(?:var|I\\w+)\\s+${local}\\s*=\\s*$`).test(text.slice(codeAround.start, span.start)),
  );
  // `GetSection("A")` of `GetSection("A").GetSection("B")` starts where the whole does.
  const isOne = new Set(declared.map(({ span }) => span.start)).size === 1;
  return isOne ? declared.reduce((a, b) => (a.span.end > b.span.end ? a : b)) : null;
}

/** `Configuration`, `_config`, `builder.Configuration`, `context.Configuration`. */
const isConfiguration = (receiver: string) => /^(?:\w+\.)*_?(?:configuration|config)$/i.test(receiver.trim());

/** `"A:B"`, a constant that holds it, or `nameof(A)`. */
function nameOf({ literal, text }: Argument): readonly string[] | null {
  const name = literal ?? /^nameof\(\s*(?:[\w.]*\.)?(\w+)\s*\)$/.exec(text)?.[1];
  return typeof name === 'string' && name !== '' ? name.split(':') : null;
}
