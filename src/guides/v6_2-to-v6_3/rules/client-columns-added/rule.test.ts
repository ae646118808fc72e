import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../../../engine/rules/run-rules.ts';
import { factsOf } from '../../../../testing/facts-of.ts';
import { foldersIn, rulesFolder } from '../../../../testing/rule-cases.ts';
import { filesIn, solutions, workspaceFrom, workspaceOf } from '../../../../testing/workspace-from.ts';
import guide from '../../guide.ts';

const schema = `${solutions}/cases/schema`;
const cases = `${rulesFolder(guide.id)}/client-columns-added/cases`;

async function found(workspace: ReturnType<typeof workspaceOf>) {
  const run = runRules(guide, await factsOf(guide, workspace), { answers: new Map(), target: guide.defaultTarget });
  return run.findings.filter(({ rule }) => rule === 'client-columns-added');
}

describe('client-columns-added', () => {
  it.each(foldersIn(schema))('tells for %s what EF then does, once', async (name) => {
    const truth = JSON.parse(readFileSync(`${schema}/${name}/truth.json`, 'utf8'));
    const findings = await found(workspaceFrom(`${schema}/${name}/before`));
    expect(findings.map(({ evidence }) => evidence[0].path)).toEqual(
      truth.steps.map((s: { snapshot: string }) => s.snapshot),
    );
    for (const [i, { message }] of findings.entries()) {
      const step = truth.steps[i];
      const table = step.schema ? `${step.schema}.${step.table}` : step.table;
      expect(message).toContain(`The table is \`${table}\``);
      expect([...message.matchAll(/^\| `(\w+)`/gm)].map(([, column]) => column)).toEqual(step.columns);
      expect(message).toMatch(new RegExp(`-c ${step.context} -p (\\S+) -s \\S+ -o (\\S+)`));
      const [, project, output] = /-p (\S+) -s \S+ -o (\S+)/.exec(message)!;
      expect(`${project}/${output}`).toBe(step.folder);
    }
  });

  it.each(foldersIn(schema))('has nothing to say once EF has been at %s', async (name) => {
    const files = new Map([...filesIn(`${schema}/${name}/before`), ...filesIn(`${schema}/${name}/after-ef`)]);
    expect(await found(workspaceOf(files))).toEqual([]);
  });

  const messagesOf = async (name: string) =>
    (await found(workspaceFrom(`${cases}/${name}/before`))).map(({ message }) => message);

  it('names context, project, start-up project and folder in the commands', async () => {
    const [message] = await messagesOf('follows-a-derived-context-into-another-project');
    expect(message).toContain(
      'dotnet ef migrations add Update_DuendeIdentityServer_v6_3 -c AcmeClients -p Data -s Host -o Migrations\n',
    );
    expect(message).toContain('dotnet ef database update -c AcmeClients -p Data -s Host\n');
    expect(message).toContain('| `DPoPClockSkew` | `interval` | no |');
  });

  it('says what stands in the way at 6.0, and where only some columns are there', async () => {
    expect(await messagesOf('tells-that-a-snapshot-at-6-0-needs-more')).toEqual([
      expect.stringContaining('level of 6.0'),
    ]);
    expect(await messagesOf('tells-a-snapshot-with-some-of-the-columns')).toEqual([
      expect.stringContaining('has some of these columns, not all'),
    ]);
  });

  it('says how it fails when forgotten, by the EF that the projects use', async () => {
    const name = 'tells-the-product-context-with-its-commands';
    expect(await messagesOf(name)).toEqual([expect.stringContaining('the first query for a client fails')]);
    const files = filesIn(`${cases}/${name}/before`);
    for (const [path, bytes] of files) {
      const text = new TextDecoder()
        .decode(bytes)
        .replace('EntityFrameworkCore.SqlServer" Version="6.0.1"', 'EntityFrameworkCore.SqlServer" Version="9.0.5"');
      if (path.endsWith('.csproj')) files.set(path, new TextEncoder().encode(text));
    }
    const [finding] = await found(workspaceOf(files));
    expect(finding?.message).toContain('Without them EF 9 refuses to migrate');
  });
});
