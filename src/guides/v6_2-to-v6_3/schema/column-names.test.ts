import { describe, expect, it } from 'vitest';
import type { SnapshotForm } from '../../../engine/facts/schema/snapshot-form.ts';
import { columnNames } from './column-names.ts';

const properties = ['Id', 'AccessTokenType', 'AllowedIdentityTokenSigningAlgorithms', 'ClientUri', 'RequirePkce'];

/** A form whose columns are named so. */
const named = (nameOf: (name: string) => string, which = properties) =>
  ({
    properties: properties.map((name) => ({
      name,
      calls: which.includes(name) ? [{ method: 'HasColumnName', argument: `"${nameOf(name)}"` }] : [],
    })),
  }) as unknown as SnapshotForm;

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const namesOf = (form: SnapshotForm, answer = '') => {
  const answered = columnNames(form, answer);
  return answered.kind === 'names' ? answered.names.join(' ') : answered.why;
};

describe('columnNames', () => {
  const plain = 'DPoPClockSkew DPoPValidationMode InitiateLoginUri RequireDPoP';

  it('keeps the properties’ names where the old columns have them, but for one or two', () => {
    expect(namesOf(named((name) => name, []))).toBe(plain);
    expect(namesOf(named(() => 'uri', ['ClientUri']))).toBe(plain);
  });

  it('needs no answer where a rule leaves no room', () => {
    expect(namesOf(named((name) => name.toLowerCase()))).toBe(plain.toLowerCase());
    expect(namesOf(named((name) => name.toUpperCase()))).toBe(plain.toUpperCase());
  });

  it('asks for snake case, which two capitals in a row leave open', () => {
    expect(namesOf(named(snake))).toContain('a rule that the snapshot does not show');
    expect(namesOf(named(snake), 'ef-naming-conventions')).toBe(
      'd_po_p_clock_skew d_po_p_validation_mode initiate_login_uri require_d_po_p',
    );
    expect(namesOf(named(snake), 'word-boundaries')).toBe(
      'dpo_pclock_skew dpo_pvalidation_mode initiate_login_uri require_dpo_p',
    );
  });

  it('takes four names, and only four that differ', () => {
    expect(namesOf(named(snake), 'a, b ,c,d')).toBe('a b c d');
    expect(namesOf(named(snake), 'a,b,c')).toContain('neither a convention');
    expect(namesOf(named(snake), 'a,b,c,a')).toContain('neither a convention');
  });

  it('refuses a rule that the old names contradict', () => {
    expect(
      namesOf(
        named((name) => `c_${name}`),
        'word-boundaries',
      ),
    ).toContain('does not explain the names');
  });
});
