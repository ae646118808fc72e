import { type ClientSnapshot, entityProperties } from '../../../engine/facts/schema/snapshot.ts';

/**
 * What EF adds to an older snapshot besides the four columns, as a list in words; by the product's own snapshots at 5.0.0, 5.1.0, 5.2.0,
 * 6.0.0, 6.1.0 and 6.2.5, compared.
 */
export function olderThan62({ level, missing, file }: ClientSnapshot): string {
  const text = file.text;
  const lacks = (entity: string, names: readonly string[]) =>
    names.filter((n) => !entityProperties(text, entity).has(n));
  const added = (entity: string, words: string, names: readonly string[]) => {
    const lacking = lacks(entity, names);
    return lacking.length === 0 ? [] : [`${listed(lacking)} on ${words}`];
  };
  const isBefore60 = level === 'IdentityServer4' || level === '5.x';
  const parts = [
    ...(missing.length > 8
      ? [`${missing.length} columns on the clients`]
      : missing.length > 0
        ? [`${listed(missing)} on the clients`]
        : []),
    ...(isBefore60
      ? [
          ...added('ApiScope', 'the API scopes', recorded),
          ...added('ApiResource', 'the API resources', ['RequireResourceIndicator']),
          ...(entityProperties(text, 'IdentityProvider').size === 0
            ? ['the table of identity providers']
            : added('IdentityProvider', 'the identity providers', recorded)),
        ]
      : []),
  ];
  const indexes = isBefore60
    ? '. It also puts unique indexes in place of plain ones on 15 tables of details (claims, scopes, redirect URIs and the like), which fails where rows are doubled'
    : '';
  return `${parts.join('; ')}${indexes}`;
}

const recorded = ['Created', 'LastAccessed', 'NonEditable', 'Updated'];

const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
