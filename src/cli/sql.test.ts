import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import guide from '../guides/v6_2-to-v6_3/guide.ts';
import { reportIn, runCli, snapshotOf, temporaryFolder } from '../testing/cli.ts';
import { solutions } from '../testing/workspace-from.ts';

const input = `${solutions}/cases/schema/npgsql-ef8/before`;
let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = temporaryFolder();
});

const up = 'sql/ConfigurationDbContext.PostgreSQL.clients-6.2-to-6.3.up.sql';
const down = 'sql/ConfigurationDbContext.PostgreSQL.clients-6.3-to-6.2.down.sql';
const run = (...options: string[]) => runCli([input, '--sql', at('sql'), ...options], guide);

describe('--sql', () => {
  it('writes a file there and one back, and nothing else', async () => {
    await run();
    expect(Object.keys(snapshotOf(folder)).sort()).toEqual([up, down]);
    expect(readFileSync(at(up), 'utf8')).toContain(
      'ADD COLUMN IF NOT EXISTS "RequireDPoP" boolean NOT NULL DEFAULT FALSE;',
    );
  });

  it("writes EF's row only with the migration that it stands for", async () => {
    await run();
    expect(readFileSync(at(up), 'utf8')).not.toContain('INSERT');
    await run('--accept', 'all', '--report', at('report.json'));
    const [added] = reportIn(folder).changes.filter(({ kind, path }) => kind === 'add' && !path.includes('Designer'));
    const id = /\d{14}_\w+/.exec(added!.path)![0];
    expect(readFileSync(at(up), 'utf8')).toContain(`SELECT '${id}', '8.0.30'`);
    expect(readFileSync(at(down), 'utf8')).toContain(`WHERE "MigrationId" = '${id}';`);
  });

  it('has the defaults that were answered', async () => {
    await run('--answer', 'migration-defaults=model');
    expect(readFileSync(at(up), 'utf8')).toContain(`"DPoPClockSkew" interval NOT NULL DEFAULT INTERVAL '00:05:00'`);
  });

  it('refuses a file in place of a folder, and an answer that is no time', async () => {
    writeFileSync(at('sql'), '');
    expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('is a file; name a folder') });
    const answered = await runCli([input, '--answer', 'migration-timestamp=tomorrow'], guide);
    expect(answered).toMatchObject({ code: 2, stderr: expect.stringContaining('14 digits') });
  });
});
