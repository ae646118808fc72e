import type { LiteralUse, Place } from '../../../../engine/csharp/index-types.ts';
import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import type { Setting } from '../../../../engine/facts/settings.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import { sourceOf } from '../../../../engine/workspace/workspace.ts';

const keys = ['prompt_values_supported', 'dpop_signing_alg_values_supported'];
const generator = 'Duende.IdentityServer.ResponseHandling.DiscoveryResponseGenerator';

/** A key: a string, or a constant. */
type Written = Pick<LiteralUse, keyof Place | 'type' | 'argumentOf' | 'keyOf'>;

/** `entry`: in `CustomEntries` · `add`, `try-add`: by an own generator, to what the base class gives. */
type Match = { readonly key: string } & (
  | { readonly kind: 'entry' | 'add' | 'try-add'; readonly use: Written }
  | { readonly kind: 'setting'; readonly path: FilePath; readonly setting: Setting; readonly projects: FilePath[] }
);

/** Upstream writes two more entries into the discovery document, so entries of the same name collide. */
export default defineRule<Match>({
  meta: {
    id: 'discovery-document-extended',
    step: 'breaking-changes',
    title: 'The discovery document has two more entries',
    source: 'https://docs.duendesoftware.com/identityserver/v6/reference/endpoints/discovery/',
    covers: ['B13'],
    applies: { since: '6.3.0' },
    names: [generator, 'CustomEntries', ...keys],
  },

  *detect({ facts }) {
    for (const key of keys) {
      for (const use of writtenAs(key, facts)) {
        const kind = kindOf(use, key, facts);
        if (kind) yield { key, kind, use };
      }
      yield* settingsFor(key, facts);
    }
  },

  explain: (match, { facts }) => ({
    ...said(match, facts),
    evidence: [
      match.kind === 'setting'
        ? evidence(textOf(match.path, facts), match.setting.span, `gives \`${match.key}\` a value of your own`)
        : evidence(facts.csharp.sourceOf(match.use.path), match.use.span, `writes \`${match.key}\``),
    ],
  }),

  fix: (match) => (match.kind === 'add' ? byIndexer(match.use, match.key) : []),
});

function said(match: Match, facts: Facts) {
  const { key, kind } = match;
  if (kind === 'add')
    return {
      title: `Adding \`${key}\` makes the discovery document fail`,
      message: `The document that the base class gives holds \`${key}\` on 6.3, which it did not on 6.2. \`Add\` of a key that is there throws an \`ArgumentException\`: the discovery endpoint answers 500, and with it every client and API that reads it stops.`,
      severity: 'breaks-run' as const,
      confidence: callsBase(match.use, facts) ? ('certain' as const) : ('likely' as const),
      projects: match.use.projects,
    };
  return {
    title: `Your own \`${key}\` is no longer served`,
    message: `6.3 writes \`${key}\` into the discovery document itself. A value of your own for it is left out${kind === 'try-add' ? '' : ', with an error in the log'}, and the product's is served. Look whether clients rely on yours; if not, take the entry out.`,
    severity: 'changes-behaviour' as const,
    confidence: kind === 'setting' ? ('likely' as const) : ('certain' as const),
    projects: kind === 'setting' ? match.projects : match.use.projects,
  };
}

function kindOf(use: Written, key: string, facts: Facts): 'entry' | 'add' | 'try-add' | undefined {
  const call = use.argumentOf?.index === 0 && /^(Try)?Add$/.test(use.argumentOf.call.name) ? use.argumentOf.call : null;
  if (isEntries(use.keyOf) || (call && isEntries(call.receiver))) return 'entry';
  const isGenerator = facts.csharp.typesDerivedFrom(generator).some(({ name }) => name === use.type);
  if (!call?.receiverSpan || !isGenerator || isElsewhere(call, facts)) return undefined;
  const before = callsBefore(call, facts).filter(({ arguments: [first] }) => first?.literal === key);
  if (before.some(({ name }) => name === 'Remove')) return undefined;
  return call.name === 'TryAdd' || before.some(({ name }) => name === 'ContainsKey') ? 'try-add' : 'add';
}

const isEntries = (receiver: string | null) => /(^|\.)CustomEntries$/.test(receiver ?? '');

/** On the same object, in the same code. */
const callsBefore = (call: Invocation, { csharp }: Facts) =>
  ['ContainsKey', 'Remove']
    .flatMap((name) => csharp.invocationsOf(name))
    .filter(({ path, receiver }) => path === call.path && receiver === call.receiver)
    .filter(({ codeAround, span }) => codeAround.start === call.codeAround.start && span.start < call.span.start);

/** A dictionary that the code makes itself, and not what the base class gives. */
const isElsewhere = ({ path, receiverSpan }: Invocation, { csharp }: Facts) => {
  const [, ...made] = csharp.originsOf({ path, span: receiverSpan! });
  return made.length > 0 && made.every(({ text }) => /^(\w+.*=\s*)?new\b/s.test(text));
};

/** In the override itself, so that the call is made on what the base class gave. */
const callsBase = ({ argumentOf, path }: Written, { csharp }: Facts) =>
  csharp
    .invocationsOf('CreateDiscoveryDocumentAsync')
    .some(
      (call) =>
        call.path === path &&
        call.receiver === 'base' &&
        call.codeAround.start === argumentOf?.call.codeAround.start &&
        call.span.start < argumentOf.call.span.start,
    );

/** The key as a string, or as a constant given to `Add`. */
const writtenAs = (key: string, { csharp }: Facts): Written[] => [
  ...csharp.literalsOf(key),
  ...['Add', 'TryAdd']
    .flatMap((name) => csharp.invocationsOf(name))
    .flatMap((call) => {
      const [first] = call.arguments;
      const isNamed = first?.literal === key && !first.text.includes('"');
      return isNamed ? [{ ...first, type: call.type, argumentOf: { call, index: 0 }, keyOf: null }] : [];
    }),
];

/** `d.Add("k", v)` as `d["k"] = v`, which replaces what is there. */
function byIndexer({ argumentOf }: Written, key: string): FixDraft[] {
  const call = argumentOf?.call;
  const [first, second, ...more] = call?.arguments ?? [];
  if (!call?.statement || !call.receiverSpan || call.isOpaque || !first || !second || more.length > 0) return [];
  if (first.name || second.name || call.nameSpan.start !== call.receiverSpan.end + 1) return [];
  const edit = (start: number, end: number, text: string) => replace({ path: call.path, span: { start, end } }, text);
  return [
    {
      id: 'use-indexer',
      title: `Write \`${key}\` with the indexer`,
      changes: [
        edit(call.receiverSpan.end, first.span.start, '['),
        edit(first.span.end, second.span.start, '] = '),
        edit(second.span.end, call.span.end, ''),
      ],
      safety: 'review',
      onBoth: true,
      caution: "Your value then replaces the product's: look whether it still says what the server supports.",
    },
  ];
}

function* settingsFor(key: string, facts: Facts): Iterable<Match> {
  for (const { path, settings } of facts.settings) {
    const setting = settings.find(({ key: at }) => {
      const parent = at.findIndex((part) => part.toLowerCase() === 'customentries');
      return parent >= 0 && at[parent + 1]?.toLowerCase() === key;
    });
    if (setting) yield { kind: 'setting', key, path, setting, projects: projectsAround(path, facts) };
  }
}

const projectsAround = (path: FilePath, { projects }: Facts) =>
  projects
    .filter(({ folder, product }) => product && (folder === '' || path.startsWith(`${folder}/`)))
    .map((project) => project.path);

const textOf = (path: FilePath, { workspace }: Facts) => {
  const file = workspace.files.get(path);
  const source = file && sourceOf(file);
  if (source?.kind !== 'text') throw new Error(`${path} was read as text before`);
  return source;
};
