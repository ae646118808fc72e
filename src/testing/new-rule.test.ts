import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from './workspace-from.ts';

describe('npm run new-rule', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'new-rule-'));
    mkdirSync(join(root, 'src/guides/v1-to-v2/rules'), { recursive: true });
    writeFileSync(join(root, 'src/guides/v1-to-v2/guide.ts'), '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/new-rule.mjs', ...args, root], { encoding: 'utf8' });

  it('makes a folder with rule, page and a case, all under the new name', () => {
    expect(run('v1-to-v2', 'thing-renamed').status).toBe(0);
    const folder = join(root, 'src/guides/v1-to-v2/rules/thing-renamed');
    expect([...filesIn(folder).keys()]).toEqual([
      'README.md',
      'cases/ignores-own-type-of-the-same-name/before/Own.cs',
      'rule.ts',
    ]);
    expect(readFileSync(join(folder, 'rule.ts'), 'utf8')).toContain(`id: 'thing-renamed'`);
    expect(readFileSync(join(folder, 'rule.ts'), 'utf8')).not.toContain('__RULE_ID__');
  });

  it('refuses a name that is taken, is not kebab-case, or a guide that is not there', () => {
    expect(run('v1-to-v2', 'thing-renamed').status).toBe(0);
    for (const [guide, id] of [
      ['v1-to-v2', 'thing-renamed'],
      ['v1-to-v2', 'ThingRenamed'],
      ['v2-to-v3', 'thing-renamed'],
    ] as const) {
      const { status, stderr } = run(guide, id);
      expect([status, stderr.trim().length > 0]).toEqual([2, true]);
    }
  });
});
