import type { Facts } from '../facts/facts.ts';
import type { OptionSet } from '../facts/hosts/identity-server.ts';
import { sourceOf } from '../workspace/workspace.ts';
import { evidence } from './evidence.ts';
import type { Evidence } from './finding.ts';

/** Where an option or a property is given a value other than false, in code and in settings. */
export const evidenceOfOption = ({ assignments, settings }: OptionSet, facts: Facts, because: string): Evidence[] => [
  ...assignments
    .filter(({ literal }) => literal !== false)
    .map((at) => evidence(facts.csharp.sourceOf(at.path), at.span, because)),
  ...settings
    .filter(({ setting }) => setting.value !== false)
    .flatMap(({ path, setting }) => {
      const file = facts.workspace.files.get(path);
      const source = file && sourceOf(file);
      return source?.kind === 'text' ? [evidence(source, setting.span, because)] : [];
    }),
];
