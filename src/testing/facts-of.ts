import type { Facts } from '../engine/facts/facts.ts';
import { readFacts } from '../engine/facts/read-facts.ts';
import type { Guide } from '../engine/rules/guide.ts';
import type { Workspace } from '../engine/workspace/workspace.ts';
import { testGrammar } from './grammar.ts';

/** What the guide's rules would be given. */
export async function factsOf(guide: Guide, workspace: Workspace, { parseAll = false } = {}): Promise<Facts> {
  const names = [...new Set(guide.rules.flatMap(({ meta }) => meta.names ?? []))];
  return readFacts(workspace, {
    grammar: await testGrammar(),
    names,
    nullableNames: guide.rules.flatMap(({ meta }) => meta.nullableNames ?? []),
    parseAll,
  });
}
