import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../../engine/rules/run-rules.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';
import { accepting, differences, patched } from '../../../testing/accepted.ts';
import { factsOf } from '../../../testing/facts-of.ts';
import { foldersIn } from '../../../testing/rule-cases.ts';
import { filesIn, solutions, workspaceFrom, workspaceOf } from '../../../testing/workspace-from.ts';
import guide from '../guide.ts';

const schema = `${solutions}/cases/schema`;

async function findingsIn(workspace: ReturnType<typeof workspaceOf>) {
  const run = runRules(guide, await factsOf(guide, workspace), { answers: new Map(), target: guide.defaultTarget });
  return run.findings.filter(({ rule }) => rule === 'client-columns-added');
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe.each(foldersIn(schema))('the migration for %s', (name) => {
  const truth = JSON.parse(readFileSync(`${schema}/${name}/truth.json`, 'utf8'));
  const [step] = truth.steps;
  const workspace = workspaceFrom(`${schema}/${name}/before`);

  it('is what EF wrote, byte for byte but for its time and name', async () => {
    const findings = await findingsIn(workspace);
    const [finding] = findings;
    const result = patched(workspace, findings, accepting(findings, [{ finding: finding!.id, fix: 'add-migration' }]));
    const before = filesIn(`${schema}/${name}/before`);
    const id = /`(\d{14}_\w+)`/.exec(finding!.fixes[0]!.title)![1]!;
    const asEf = (content: string) =>
      content.replaceAll(id, `${step.timestamp}_${step.migrationName}`).replaceAll(id.slice(15), step.migrationName);
    const ours = new Map(differences(result, before).map((path) => [asEf(path), asEf(text(result.get(path)))]));
    const theirs = new Map([...filesIn(`${schema}/${name}/after-ef`)].map(([path, bytes]) => [path, text(bytes)]));
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [path, content] of theirs) expect(ours.get(path), path).toBe(content);
  });

  it('has the time of the newest one and a second more', async () => {
    const [finding] = await findingsIn(workspace);
    const [previous] = step.previousMigration.split('_');
    expect(finding?.fixes.map(({ id, title }) => [id, title])).toEqual([
      ['add-migration', `Add the migration \`${BigInt(previous) + 1n}_Update_DuendeIdentityServer_v6_3\``],
    ]);
  });

  it('keeps BOM and line endings of its siblings', async () => {
    const windows = new Map(
      [...filesIn(`${schema}/${name}/before`)].map(([path, bytes]) => [
        path,
        new TextEncoder().encode(
          text(bytes)
            .replace(/^\ufeff/, '')
            .replace(/\r?\n/g, '\r\n'),
        ),
      ]),
    );
    const [one, other] = await Promise.all([added(workspace), added(workspaceOf(windows))]);
    expect([...other.keys()]).toEqual([...one.keys()]);
    for (const [path, content] of one) {
      expect(other.get(path), path).toBe(content.replace(/^\ufeff/, '').replaceAll('\n', '\r\n'));
    }
  });

  async function added(from: ReturnType<typeof workspaceOf>): Promise<Map<FilePath, string>> {
    const findings = await findingsIn(from);
    const result = patched(from, findings, accepting(findings, [{ finding: findings[0]!.id, fix: 'add-migration' }]));
    return new Map(
      [...result].filter(([path]) => /_v6_3\.|ModelSnapshot/.test(path)).map(([path, bytes]) => [path, text(bytes)]),
    );
  }
});
