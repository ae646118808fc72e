import { defineGuide } from '../../engine/rules/guide.ts';
import type { Rule } from '../../engine/rules/rule.ts';
import { coverage } from './coverage.ts';
import { defaultTarget, targets } from './targets.ts';

export default defineGuide({
  id: 'v6_2-to-v6_3',
  from: '6.2',
  to: '6.3',
  source: 'https://docs.duendesoftware.com/identityserver/upgrades/v6_2-to-v6_3/',
  targets,
  defaultTarget,
  steps: [
    { id: 'packages', title: 'Update NuGet packages' },
    { id: 'schema', title: 'Update the database schema' },
    { id: 'data-protection', title: 'Verify data protection' },
    { id: 'breaking-changes', title: 'Settle the breaking changes' },
    { id: 'done', title: 'Take your solution home' },
  ],
  prose: import.meta.glob<string>('./steps/*.md', { eager: true, import: 'default', query: '?raw' }),
  rules: import.meta.glob<Rule>('./rules/*/rule.ts', { eager: true, import: 'default' }),
  docs: import.meta.glob<string>('./rules/*/README.md', { eager: true, import: 'default', query: '?raw' }),
  coverage,
});
