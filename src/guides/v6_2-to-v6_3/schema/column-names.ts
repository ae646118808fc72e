import type { Facts } from '../../../engine/facts/facts.ts';
import { addedClientProperties } from '../../../engine/facts/schema/provider.ts';
import type { SnapshotForm } from '../../../engine/facts/schema/snapshot-form.ts';
import { sourceOf } from '../../../engine/workspace/workspace.ts';
import { unquoted } from './new-columns.ts';

export const columnNamesQuestion = 'column-names';

/** C# names by which a naming convention shows. */
export const namingNames: readonly string[] = ['UseSnakeCaseNamingConvention', 'SetColumnName'];

type Convention = 'ef-naming-conventions' | 'word-boundaries';

interface Rule {
  /** As far as it can be tried on old columns; none of them has two capitals in a row. */
  readonly nameOf: (property: string) => string;
  readonly added: readonly string[];
}

const wordBoundaries = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** The package's own rule splits "DPoP" otherwise than a person would: tried with its versions 6, 8 and 10. */
const conventions: Readonly<Record<Convention, Rule>> = {
  'ef-naming-conventions': {
    nameOf: wordBoundaries,
    added: ['d_po_p_clock_skew', 'd_po_p_validation_mode', 'initiate_login_uri', 'require_d_po_p'],
  },
  'word-boundaries': { nameOf: wordBoundaries, added: addedClientProperties.map(wordBoundaries) },
};

/** Without word breaks there is only one way to write a name. */
const unbroken: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
];

export type NamingAnswer =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'ask'; readonly why: string };

/** What the columns will be called, where the old ones tell, or with what was answered. */
export function columnNames(form: SnapshotForm, answer: string): NamingAnswer {
  const plain = unbroken.find((nameOf) => fits(form, nameOf));
  if (plain || isMostlyPlain(form)) return { kind: 'names', names: addedClientProperties.map(plain ?? ((n) => n)) };
  if (answer === '') return { kind: 'ask', why: 'the columns are renamed by a rule that the snapshot does not show' };
  const written = namesFrom(answer);
  if (written) return { kind: 'names', names: written };
  const rule = conventions[answer as Convention];
  if (!rule) return { kind: 'ask', why: `\`${answer}\` is neither a convention we know nor four names with commas` };
  return fits(form, rule.nameOf)
    ? { kind: 'names', names: rule.added }
    : { kind: 'ask', why: `\`${answer}\` does not explain the names that the columns have now` };
}

export const isRenaming = (form: SnapshotForm) => columnNames(form, '').kind === 'ask';

function namesFrom(answer: string): string[] | null {
  const names = answer.split(',').map((name) => name.trim());
  return names.length === 4 && names.every((name) => /^\w+$/.test(name)) && new Set(names).size === 4 ? names : null;
}

const columnOf = ({ name, calls }: SnapshotForm['properties'][number]) => {
  const renamed = calls.find(({ method }) => method === 'HasColumnName');
  return renamed ? (unquoted(renamed.argument) ?? name) : name;
};

const fits = ({ properties }: SnapshotForm, nameOf: (name: string) => string) =>
  properties.every((property) => columnOf(property) === nameOf(property.name));

/** A column or two of another name are not a rule. */
const isMostlyPlain = ({ properties }: SnapshotForm) =>
  properties.filter((property) => columnOf(property) === property.name).length > properties.length / 2;

/** The rule that the code names: the package's, or the usual expression set over all properties. '' where it can't be told. */
export function conventionInCode({ csharp, workspace }: Facts): Convention | '' {
  if (csharp.invocationsOf('UseSnakeCaseNamingConvention').length > 0) return 'ef-naming-conventions';
  const isByHand = csharp.invocationsOf('SetColumnName').some(({ path }) => {
    const file = workspace.files.get(path);
    const source = file && sourceOf(file);
    return source?.kind === 'text' && /"\(\[a-z0-9\]\)\(\[A-Z\]\)"\s*,\s*"\$1_\$2"/.test(source.text);
  });
  return isByHand ? 'word-boundaries' : '';
}

/** The package renames the columns of EF's history too. */
export const isPackagesConvention = (facts: Facts, answer: string) =>
  answer === 'ef-naming-conventions' || facts.csharp.invocationsOf('UseSnakeCaseNamingConvention').length > 0;
