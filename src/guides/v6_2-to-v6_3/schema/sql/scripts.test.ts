import { describe, expect, it } from 'vitest';
import type { Provider } from '../../../../engine/facts/schema/provider.ts';
import { columnsFor, type Defaults } from '../new-columns.ts';
import { schemaScripts } from './scripts.ts';

interface Wanted {
  readonly schema?: string | null;
  readonly table?: string;
  readonly defaults?: Defaults;
  readonly withRow?: boolean;
}

function scripts(
  provider: Provider,
  { schema = null, table = 'Clients', defaults = 'ef', withRow = true }: Wanted = {},
) {
  const row = {
    table: '__EFMigrationsHistory',
    schema: null,
    columns: ['MigrationId', 'ProductVersion'] as const,
    id: '20240101000000_Next',
    version: '8.0.8',
  };
  const columns = columnsFor(provider, []) ?? [];
  const subject = { context: 'AcmeClients', table, schema, columns, defaults, row: withRow ? row : null };
  const [up, down] = schemaScripts(provider, subject, 'AcmeClients').map(({ text }) => text);
  return { up: up ?? '', down: down ?? '' };
}

const known: readonly Provider[] = ['sqlserver', 'npgsql', 'mysql', 'sqlite', 'oracle'];

describe('schemaScripts', () => {
  it.each(known)('says on top what a script for %s is for', (provider) => {
    const { up, down } = scripts(provider);
    expect(up).toMatch(/^-- Duende IdentityServer from 6\.2 to 6\.3: the clients table of AcmeClients\.\n/);
    expect(down).toMatch(/^-- Duende IdentityServer back from 6\.3 to 6\.2: the clients table of AcmeClients\.\n/);
    expect(down).toContain('lost');
  });

  it.each(known)('takes each column by itself for %s, in EF’s order', (provider) => {
    const order = ['DPoPClockSkew', 'DPoPValidationMode', 'InitiateLoginUri', 'RequireDPoP'];
    const changed = (text: string, word: RegExp) =>
      text
        .split('\n')
        .filter((line) => word.test(line) && /ALTER TABLE/.test(line))
        .map((line) => order.find((name) => line.includes(name)));
    const { up, down } = scripts(provider);
    expect(changed(up, /\bADD\b/)).toEqual(order);
    expect(changed(down, /DROP COLUMN/)).toEqual(order);
  });

  it.each(known)('leaves the history of %s alone where there is no migration', (provider) => {
    const { up, down } = scripts(provider, { withRow: false });
    expect(up + down).not.toMatch(/INSERT|DELETE|__EFMigrationsHistory/);
    expect(up).toContain("-- No row is written to EF's history");
  });

  it.each(known)('gives clients of %s what new ones have where that was answered', (provider) => {
    const { up } = scripts(provider, { defaults: 'model' });
    expect(up).toContain('00:05:00');
    expect(up).not.toContain('00:00:00');
    expect(up).toMatch(/DPoPValidationMode.*DEFAULT 1\b/);
  });

  it('makes none for a database it does not know, nor for a schema that MySQL does not have', () => {
    expect(scripts('unknown').up).toBe('');
    expect(scripts('mysql', { schema: 'idp' }).up).toBe('');
    expect(scripts('sqlite', { schema: 'idp' }).up).toContain('ALTER TABLE "Clients"');
  });

  it('writes one batch for SQL Server that undoes itself', () => {
    const { up, down } = scripts('sqlserver', { schema: "o'idc", table: 'My]Clients' });
    expect(body(up)).toBe(`SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF COL_LENGTH(N'[o''idc].[My]]Clients]', N'DPoPClockSkew') IS NULL
    ALTER TABLE [o'idc].[My]]Clients] ADD [DPoPClockSkew] time NOT NULL DEFAULT '00:00:00';

IF COL_LENGTH(N'[o''idc].[My]]Clients]', N'DPoPValidationMode') IS NULL
    ALTER TABLE [o'idc].[My]]Clients] ADD [DPoPValidationMode] int NOT NULL DEFAULT 0;

IF COL_LENGTH(N'[o''idc].[My]]Clients]', N'InitiateLoginUri') IS NULL
    ALTER TABLE [o'idc].[My]]Clients] ADD [InitiateLoginUri] nvarchar(2000) NULL;

IF COL_LENGTH(N'[o''idc].[My]]Clients]', N'RequireDPoP') IS NULL
    ALTER TABLE [o'idc].[My]]Clients] ADD [RequireDPoP] bit NOT NULL DEFAULT CAST(0 AS bit);

IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NOT NULL
    AND NOT EXISTS (SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'20240101000000_Next')
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20240101000000_Next', N'8.0.8');

COMMIT;
`);
    expect(down).toContain(`N'ALTER TABLE [o''idc].[My]]Clients] DROP CONSTRAINT '`);
    expect(down).not.toMatch(/^GO$/m);
  });

  it('asks for each column of PostgreSQL, in one transaction', () => {
    const { up } = scripts('npgsql', { schema: 'idp' });
    expect(body(up)).toMatch(/^BEGIN;\n[\s\S]*\nCOMMIT;\n$/);
    expect(up).toContain(
      `ALTER TABLE "idp"."Clients" ADD COLUMN IF NOT EXISTS "DPoPClockSkew" interval NOT NULL DEFAULT INTERVAL '00:00:00';`,
    );
    expect(up).toContain(`to_regclass('"__EFMigrationsHistory"')`);
  });

  it('needs no delimiter and no procedure on MySQL', () => {
    const { up } = scripts('mysql');
    expect(up).not.toMatch(/DELIMITER|PROCEDURE/);
    expect(up).toContain("'ALTER TABLE `Clients` ADD `DPoPClockSkew` time(6) NOT NULL DEFAULT ''00:00:00'''");
    expect(up).toContain('varchar(2000) CHARACTER SET utf8mb4 NULL');
  });

  it('writes the history row of SQLite only once all columns are there', () => {
    const { up, down } = scripts('sqlite');
    expect(up).toContain(
      `WHERE (SELECT COUNT(*) FROM pragma_table_info('Clients') WHERE name IN ('DPoPClockSkew', 'DPoPValidationMode', 'InitiateLoginUri', 'RequireDPoP')) = 4;`,
    );
    expect(down).toMatch(/AND \(SELECT COUNT[^;]* = 0;/);
  });

  it('gives each column of Oracle its type, default and nullability, and takes the same four away', () => {
    const statements = (text: string) => [...text.matchAll(/EXECUTE IMMEDIATE 'ALTER TABLE "Clients" (.*)';$/gm)];
    const { up, down } = scripts('oracle', { defaults: 'ef' });
    expect(statements(up).map(([, statement]) => statement)).toEqual([
      `ADD ("DPoPClockSkew" INTERVAL DAY(8) TO SECOND(7) DEFAULT INTERVAL ''0 00:00:00'' DAY TO SECOND NOT NULL)`,
      'ADD ("DPoPValidationMode" NUMBER(10) DEFAULT 0 NOT NULL)',
      'ADD ("InitiateLoginUri" NVARCHAR2(2000) NULL)',
      'ADD ("RequireDPoP" NUMBER(1) DEFAULT 0 NOT NULL)',
    ]);
    expect(statements(down).map(([, statement]) => statement)).toEqual([
      'DROP COLUMN "DPoPClockSkew"',
      'DROP COLUMN "DPoPValidationMode"',
      'DROP COLUMN "InitiateLoginUri"',
      'DROP COLUMN "RequireDPoP"',
    ]);
  });

  it('puts default before null on Oracle, and asks the right view', () => {
    const { up } = scripts('oracle');
    expect(up).toContain(
      `'ALTER TABLE "Clients" ADD ("DPoPClockSkew" INTERVAL DAY(8) TO SECOND(7) DEFAULT INTERVAL ''0 00:00:00'' DAY TO SECOND NOT NULL)'`,
    );
    expect(up).toContain(`FROM USER_TAB_COLUMNS WHERE TABLE_NAME = 'Clients' AND COLUMN_NAME = 'DPoPClockSkew';`);
    expect(scripts('oracle', { schema: 'IDP' }).up).toContain(
      `FROM ALL_TAB_COLUMNS WHERE OWNER = 'IDP' AND TABLE_NAME = 'Clients'`,
    );
  });
});

/** What follows the comment. */
const body = (text: string) => text.slice(text.indexOf('\n\n') + 2);
