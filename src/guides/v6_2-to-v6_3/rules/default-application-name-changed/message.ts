import type { ProtectedHost } from '../../../../engine/facts/data-protection/data-protection.ts';
import { endWithContainer } from '../../../../engine/facts/data-protection/key-ring.ts';
import type { KeyNames } from '../../../../engine/rules/finding.ts';
import type { Conclusion, Situation } from './decision-table.ts';
import { reasonFor } from './reason.ts';

/** One host, what is to become of it, and what follows. */
export interface Verdict {
  readonly host: ProtectedHost;
  readonly situation: Situation;
  readonly conclusion: Conclusion;
}

const unreadable = 'signing keys in the store, refresh tokens, sessions and cookies';

export function titleOf({ situation, conclusion: { outcome, edit } }: Verdict): string {
  if (outcome === 'same') {
    if (edit) return 'The old name is known, and can be set as a text';
    if (isNamed(situation)) return 'The application has a name of its own: keep it';
    return situation.after === 'unchanged'
      ? 'No name is set for the keys: nothing to do while framework, host and path stay'
      : 'The new deployment finds its keys under the same name: nothing to do';
  }
  if (situation.data === 'none') return 'Sessions and tokens end with this move';
  return outcome === 'lost'
    ? 'The new deployment would not read what is protected now'
    : 'Whether the new deployment reads what is protected now is open';
}

/** Reason, names, consequence, and what to know about the keys. `isOffered`: there is an edit. */
export const messageOf = (verdict: Verdict, isOffered: boolean): string =>
  [
    `Keys are kept under the name of the application: what is protected under one name can't be read under another. This is about \`${verdict.host.project.path}\` (${described(verdict.host)}).`,
    reasonFor(verdict.situation, verdict.conclusion),
    names(verdict),
    consequence(verdict, isOffered),
    ...keyRing(verdict),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

export const isNamed = ({ name }: Situation) => name.kind !== 'none';

const kinds = {
  'web-application': 'built with `WebApplication`',
  'generic-host': 'built with `Host`',
  'web-host': 'built with `WebHost`',
  library: 'a library',
  unknown: 'its host could not be seen',
} as const;

function described({ kind, project, library, contentRoot }: ProtectedHost): string {
  const brought = library.package ?? library.lockFile;
  const named = library.package ? library.package.id : 'Microsoft.AspNetCore.DataProtection';
  return [
    kinds[kind],
    project.targetFrameworks.join(', ') || 'framework not known',
    ...(brought ? [`with ${named} ${brought.version}, which has the rules of its own version`] : []),
    ...(contentRoot.said ? [`\`${contentRoot.said.source.path}\` runs it in \`${contentRoot.said.value}\``] : []),
  ].join(', ');
}

/** With the path that a file beside the code says as an example, where the real one isn't known. */
function names({ host, conclusion: { oldName, newName } }: Verdict): string {
  const example = host.contentRoot.said?.value ?? '/app';
  if (oldName === null && newName === null) return '';
  if (oldName === newName) return `Old and new name: ${shown(oldName, example)}.`;
  return `Old name: ${shown(oldName, example)}. New name: ${shown(newName, example)}.`;
}

function shown(name: string | null, example: string): string {
  if (name === null) return 'not known';
  const [, isNew, isEnded] = /^(new )?content root( \+ separator)?$/.exec(name) ?? [];
  if (!/^(new )?content root/.test(name)) return name === '' ? 'none' : `\`${name}\``;
  const path = isNew ? 'the new path' : 'the path that it runs in';
  const bare = example.replace(/(.)[\\/]$/, '$1');
  const like = isNew ? '' : `, such as \`${isEnded ? `${bare.replace(/\/$/, '')}/` : bare}\``;
  return `${path}, ${isEnded ? 'with' : 'without'} a separator at its end${like}`;
}

function consequence(verdict: Verdict, isOffered: boolean): string {
  const { situation, conclusion } = verdict;
  const { data, logged } = situation;
  if (conclusion.outcome === 'same') {
    if (conclusion.edit) return isOffered ? '' : byHand(verdict);
    return isNamed(situation) ? 'Add no second call: the last one wins.' : '';
  }
  if (data === 'none')
    return `Nothing has to stay readable, so nothing is set. Everyone signs in again, refresh tokens are refused, and ${unreadable} of the old deployment are of no use any more.`;
  const without = `${conclusion.outcome === 'lost' ? 'Without an edit' : 'If the names differ'}, ${unreadable} can't be read: everyone signs in again, refresh tokens are refused, and new signing keys are made that no client knows yet.`;
  if (isOffered) return logged === null ? `${without} ${findOut(verdict.host)}` : without;
  return [without, byHand(verdict), logged === null ? findOut(verdict.host) : '']
    .filter((text) => text !== '')
    .join(' ');
}

function byHand({ situation, conclusion: { edit, oldName, outcome } }: Verdict): string {
  if (edit?.kind === 'literal')
    return 'We found no place where the name can be set for this host alone: write `services.AddDataProtection().SetApplicationName(…)` with the old name where this host adds its services, or change the name that is set.';
  if (edit?.kind === 'trimmed')
    return 'We found no place that knows the content root and belongs to this host alone: set it, without the separator at its end, with `SetApplicationName` where this host adds its services.';
  if (situation.data === 'unknown') return 'While it is not known whether data must stay readable, no edit is offered.';
  if (outcome === 'lost' && oldName !== null && isNamed(situation))
    return 'A name that the code sets is left alone: put the old one in its place, as a text.';
  return 'The old name is not known well enough to set it: tell us the old path, or what was logged.';
}

/** Two lines, for the host as it is built now. */
function findOut({ kind }: ProtectedHost): string {
  const host = kind === 'web-application' ? 'app' : 'host';
  const lines = [
    `var name = ${host}.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator;`,
    `${host}.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Upgrade").LogWarning("Keys are kept under {Name}", name);`,
  ];
  return `To be sure, log the name on the deployment that runs now. Put these two lines behind the one that builds the host (with \`using Microsoft.AspNetCore.DataProtection;\` and \`using Microsoft.Extensions.Options;\`), and give what they log as the answer to "Which name did the old deployment log?":\n\n\`\`\`csharp\n${lines.join('\n')}\n\`\`\``;
}

/** The same for a picture. */
export function keyNamesOf({ host, conclusion: { outcome, oldName, newName } }: Verdict): KeyNames {
  const example = host.contentRoot.said?.value ?? '/app';
  return {
    before: oldName === null ? null : plain(shown(oldName, example)),
    after: newName === null ? null : plain(shown(newName, example)),
    keptIn: labelsOf(host).join(' and ') || 'the default place of the machine or user',
    outcome: outcome === 'lost' ? 'different' : outcome,
  };
}

const plain = (text: string) => text.replaceAll('`', '');
const labelsOf = ({ keyRing }: ProtectedHost) => [...new Set(keyRing.stores.map(({ label }) => label))];

/** What this upgrade doesn't change, and is worth a look while one is here. */
function keyRing({ host, situation }: Verdict): string[] {
  const { keyRing, files, sharedWith, name } = host;
  const { stores, protectedBy, signing, makesNoKeys } = keyRing;
  const labels = labelsOf(host);
  const place =
    labels.length > 0
      ? `The keys are kept in ${labels.join(' and ')}; that place must come along when the deployment moves.`
      : 'No key storage is set in code, so the keys are in the default place of the machine or user that runs the host.';
  return [
    [
      place,
      endWithContainer(keyRing, files)
        ? 'In a container they are lost with every new one unless a volume is mounted there, whatever the name.'
        : '',
      stores.length > 0 && protectedBy.length === 0
        ? 'They are stored as they are: no `ProtectKeysWith…` was found.'
        : '',
      makesNoKeys ? 'This host makes no keys itself: another one must.' : '',
      signing.kept === 'files' && (situation.path !== 'same' || files.images.length > 0)
        ? 'No store for signing keys was found: IdentityServer then keeps its own in files, in the folder `keys` where it runs unless set, and they must come along too.'
        : '',
      signing.areProtected
        ? ''
        : 'Signing keys are stored without data protection, so they stay readable under any name.',
    ],
    sharedWith.map(({ project, name: theirs }) =>
      JSON.stringify(theirs.given) === JSON.stringify(name.given) && theirs.given.kind === 'literal'
        ? `\`${project.path}\` keeps its keys in the same place, under the same name.`
        : `\`${project.path}\` keeps its keys in the same place; to read each other's data both must have the same name, so look at it together with this one.`,
    ),
  ]
    .map((sentences) => sentences.filter((sentence) => sentence !== '').join(' '))
    .filter((paragraph) => paragraph !== '');
}
