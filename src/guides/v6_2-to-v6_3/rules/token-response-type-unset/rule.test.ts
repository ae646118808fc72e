import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runRules } from '../../../../engine/rules/run-rules.ts';
import { factsOf } from '../../../../testing/facts-of.ts';
import { solutions, workspaceFrom } from '../../../../testing/workspace-from.ts';
import guide from '../../guide.ts';

it('finds in sable-notify the two answers that came without a type when they were run', async () => {
  const facts = await factsOf(guide, workspaceFrom(join(solutions, 'cases/csharp/sable-notify')));
  const { findings } = runRules(guide, facts, { answers: new Map(), target: guide.defaultTarget });
  const own = findings.filter(({ rule }) => rule === 'token-response-type-unset');
  expect(own.map(({ severity, confidence, evidence: [{ path, line }] }) => [severity, confidence, path, line])).toEqual(
    [
      ['breaks-run', 'certain', 'Sable.Tokens/PlainTokenResponseGenerator.cs', 28],
      ['breaks-run', 'certain', 'Sable.Tokens/StampedTokenResponseGenerator.cs', 33],
    ],
  );
  expect(own.map(({ fixes }) => fixes.map(({ id, safety }) => `${id} ${safety}`))).toEqual([
    ['set-bearer safe'],
    ['set-bearer safe'],
  ]);
});
