import type { Provider } from '../../../engine/facts/schema/provider.ts';
import { addedClientProperties, clientColumns } from '../../../engine/facts/schema/provider.ts';
import type { ClientSnapshot } from '../../../engine/facts/schema/snapshot.ts';
import type { PropertyStatement, SnapshotForm } from '../../../engine/facts/schema/snapshot-form.ts';

type AddedProperty = (typeof addedClientProperties)[number];

/** A column to come, in EF's order. */
export interface NewColumn {
  readonly property: AddedProperty;
  readonly name: string;
  readonly clrType: string;
  readonly type: string; // the database's
  readonly maxLength: number | null;
  readonly isNullable: boolean;
  readonly isRenamed: boolean; // its name is not the property's
}

/** What an existing client gets: EF's zeros, or what a new client has. */
export type Defaults = 'ef' | 'model';

const clrTypes: Readonly<Record<AddedProperty, string>> = {
  DPoPClockSkew: 'TimeSpan',
  DPoPValidationMode: 'int',
  InitiateLoginUri: 'string',
  RequireDPoP: 'bool',
};

/** Properties of 6.2 whose columns are of the same kind. A time span has none. */
const likes: Readonly<Record<AddedProperty, readonly string[]>> = {
  DPoPClockSkew: [],
  DPoPValidationMode: ['AccessTokenType', 'RefreshTokenUsage'],
  InitiateLoginUri: ['ClientUri', 'LogoUri'],
  RequireDPoP: ['RequirePkce', 'RequireClientSecret'],
};

export function columnsFor(provider: Provider, names: readonly string[]): NewColumn[] | null {
  const columns = clientColumns(provider).map(({ type, isNullable }, i) => {
    const property = addedClientProperties[i]!;
    return {
      property,
      name: names[i] ?? property,
      clrType: clrTypes[property],
      type: type ?? '',
      maxLength: property === 'InitiateLoginUri' ? 2000 : null,
      isNullable,
      isRenamed: (names[i] ?? property) !== property,
    };
  });
  return columns.every(({ type }) => type !== '') ? columns : null;
}

/** With the types that the snapshot has for the neighbours; null where those are mapped in a way of the team's own. */
export function columnsLike(
  { provider }: ClientSnapshot,
  form: SnapshotForm,
  names: readonly string[],
): NewColumn[] | null {
  const columns = columnsFor(provider, names)?.map((column) => {
    const like = likes[column.property];
    if (like.length === 0) return column;
    // What is said of one neighbour alone is about that one.
    const types = like.map((name) => plainType(form.properties.find((property) => property.name === name)));
    const type = types.find((type) => type !== null);
    return type && isUsual(type, column, provider) ? { ...column, type } : null;
  });
  return columns?.every((column) => column !== null) ? columns : null;
}

/** The column type, where nothing else is said that a new column might need as well. */
function plainType(property: PropertyStatement | undefined): string | null {
  const other = property?.calls.filter(
    ({ method, argument }) =>
      !['HasColumnType', 'HasColumnName'].includes(method) && !(method === 'HasMaxLength' && argument === '2000'),
  );
  const type = property?.calls.find(({ method }) => method === 'HasColumnType');
  return other?.length === 0 && type ? unquoted(type.argument) : null;
}

/** Oracle's newer providers have a boolean. */
const isUsual = (type: string, column: NewColumn, provider: Provider) =>
  type === column.type || (provider === 'oracle' && column.property === 'RequireDPoP' && type === 'BOOLEAN');

export const unquoted = (argument: string) => /^"((?:[^"\\]|\\.)*)"$/.exec(argument)?.[1] ?? null;
