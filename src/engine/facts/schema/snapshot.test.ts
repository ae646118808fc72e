import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn, solutions, workspaceFrom, workspaceOf, workspaceOfTexts } from '../../../testing/workspace-from.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import { clientSnapshots } from './snapshot.ts';

const cases = `${solutions}/cases/schema/`;

const names = [
  'sqlserver-ef6',
  'npgsql-ef8',
  'mysql-ef8',
  'sqlite-ef6',
  'schema-custom-table-sqlserver-ef6',
  'derived-generic-separate-project-npgsql-ef8',
];

describe('clientSnapshots', () => {
  it.each(names)('reads %s as its truth says', (name) => {
    const truth = JSON.parse(readFileSync(`${cases}${name}/truth.json`, 'utf8'));
    const found = clientSnapshots(workspaceFrom(`${cases}${name}/before`));
    expect(
      found.map(({ path, context, provider, efVersion, level, table, migrationsFolder }) => ({
        path,
        context,
        provider,
        efVersion,
        level,
        table,
        migrationsFolder,
      })),
    ).toEqual(
      truth.steps.map((step: Record<string, unknown>) => ({
        path: step['snapshot'],
        context: step['context'],
        provider: step['provider'],
        efVersion: step['productVersionBefore'],
        level: truth.level,
        table: { name: step['table'], schema: step['schema'] },
        migrationsFolder: step['folder'],
      })),
    );
  });

  it.each(names)('sees that EF has already added the columns to %s', (name) => {
    const files = new Map([...filesIn(`${cases}${name}/before`), ...filesIn(`${cases}${name}/after-ef`)]);
    expect(clientSnapshots(workspaceOf(files)).map(({ level }) => level)).toEqual(['6.3']);
  });

  const snapshotWith = (...properties: string[]) => snapshotOf('Duende.IdentityServer', ...properties);
  const snapshotOf = (product: string, ...properties: string[]) =>
    workspaceOfTexts({
      'Migrations/XModelSnapshot.cs': `[DbContext(typeof(My.X))]
        modelBuilder.Entity("${product}.EntityFramework.Entities.Client", b =>
        { ${properties.map((name) => `b.Property<int>("${name}").HasColumnType("int");`).join('\n')} b.ToTable("Clients"); });
        modelBuilder.Entity("Acme.Client", b => { b.Property<bool>("RequireDPoP"); });`,
    });

  it('tells the releases and a half-done 6.3 apart, and does not read the next entity', () => {
    const level = (...properties: string[]) => clientSnapshots(snapshotWith(...properties))[0]?.level;
    expect(level('Id')).toBe('5.x');
    expect(level('Id', 'CibaLifetime')).toBe('6.0');
    expect(level('Id', 'CibaLifetime', 'CoordinateLifetimeWithUserSession')).toBe('6.2');
    expect(level('Id', 'CibaLifetime', 'CoordinateLifetimeWithUserSession', 'RequireDPoP')).toBe('mixed');
    const all = ['Id', 'DPoPClockSkew', 'DPoPValidationMode', 'InitiateLoginUri', 'RequireDPoP'];
    expect(level(...all)).toBe('6.3');
    expect(level(...all, 'PushedAuthorizationLifetime')).toBe('7.0');
    expect(clientSnapshots(snapshotOf('IdentityServer4', 'Id'))[0]?.level).toBe('IdentityServer4');
  });

  it('finds one that was renamed by the migrations beside it', () => {
    const migration = `[DbContext(typeof(My.X)), Migration("20240101000000_A")]\npartial class A : Migration { }`;
    const text = `[DbContext(typeof(My.X))] partial class Model : ModelSnapshot {
      modelBuilder.Entity("Duende.IdentityServer.EntityFramework.Entities.Client", b => { b.ToTable("Clients"); }); }`;
    const files = { 'Db/Model.cs': text, 'Db/A.cs': migration, 'Other/Model.cs': text };
    expect(clientSnapshots(workspaceOfTexts(files)).map(({ path }) => path)).toEqual(['Db/Model.cs']);
  });

  it('reads one in two parts, and leaves its form alone', () => {
    const files = {
      'Db/XModelSnapshot.cs': '[DbContext(typeof(X))]\npartial class XModelSnapshot : ModelSnapshot { }',
      'Db/Clients.cs': `partial class XModelSnapshot {
        modelBuilder.Entity("Duende.IdentityServer.EntityFramework.Entities.Client", b => { b.ToTable("Clients"); }); }`,
      'Db/A.cs': '[DbContext(typeof(X))]\n[Migration("20240101000000_A")]\npartial class A { }',
    };
    expect(clientSnapshots(workspaceOfTexts(files))).toMatchObject([
      { path: 'Db/Clients.cs', context: 'X', form: null, migrations: [{ id: '20240101000000_A' }] },
    ]);
  });

  it('passes over snapshots without clients and files that are not snapshots', () => {
    const [path, text] = ['A.cs', `modelBuilder.Entity("Duende.IdentityServer.EntityFramework.Entities.Client", b =>`];
    expect(clientSnapshots(workspaceOfTexts({ [path as FilePath]: text, 'OtherModelSnapshot.cs': '' }))).toEqual([]);
  });
});
