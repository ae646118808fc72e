import type { Facts } from '../../../engine/facts/facts.ts';
import { connectedProjects } from '../../../engine/facts/hosts/connected.ts';
import { projectOf } from '../../../engine/facts/schema/configuration-store.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';

/** C# names without which code has no rule for all columns of a kind: conventions, and loops over the model. */
export const columnRuleNames: readonly string[] = ['ModelConfigurationBuilder', 'ClrType'];

const rule = new RegExp(`\\b(${columnRuleNames.join('|')})\\b`);

const known = new WeakMap<Facts, readonly FilePath[]>();

/** A file of code near the snapshot that may map every `TimeSpan` in a way of its own. No column of 6.2 would show it. */
export function timeSpanRuleNear(snapshot: FilePath, facts: Facts): FilePath | null {
  const rules = known.get(facts) ?? filesWithRule(facts);
  known.set(facts, rules);
  const project = projectOf(facts, snapshot);
  const near = project && connectedProjects(project.path, facts);
  const isNear = (path: FilePath) =>
    !near || facts.projects.some((one) => near.has(one.path) && one.sources.includes(path));
  return rules.find(isNear) ?? null;
}

const filesWithRule = ({ csharp }: Facts) =>
  csharp.parsed.filter((path) => {
    const { text } = csharp.sourceOf(path);
    return /\bTimeSpan\b/.test(text) && rule.test(text);
  });
