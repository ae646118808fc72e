import { describe, expect, it } from 'vitest';
import { runRules } from '../../../../engine/rules/run-rules.ts';
import { factsOf } from '../../../../testing/facts-of.ts';
import { rulesFolder } from '../../../../testing/rule-cases.ts';
import { workspaceFrom } from '../../../../testing/workspace-from.ts';
import guide from '../../guide.ts';

async function messagesOf(name: string) {
  const facts = await factsOf(
    guide,
    workspaceFrom(`${rulesFolder(guide.id)}/client-properties-added/cases/${name}/before`),
  );
  const { findings } = runRules(guide, facts, { answers: new Map(), target: guide.defaultTarget });
  return findings.filter(({ rule }) => rule === 'client-properties-added').map(({ message }) => message);
}

describe('client-properties-added', () => {
  it('tells a map that resets the columns from one that keeps them', async () => {
    expect(await messagesOf('tells-a-map-onto-a-new-client')).toEqual([
      expect.stringContaining('every save writes the defaults of the entity'),
    ]);
    const [loaded] = await messagesOf('tells-a-map-onto-a-loaded-client');
    expect(loaded).toContain('AutoMapper keeps what it has');
    expect(loaded).not.toContain('every save');
    expect(await messagesOf('tells-a-map-from-an-own-type')).toEqual([expect.stringContaining('It depends')]);
  });
});
