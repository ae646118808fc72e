import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

/** Upstream changed …, so … */
export default defineRule({
  meta: {
    id: '__RULE_ID__',
    step: 'breaking-changes',
    title: '`OldName` is now `NewName`',
    source: '#step-4-breaking-changes', // on the guide's page
    covers: [], // items of coverage.ts
    applies: { since: '6.3.0' },
    names: ['OldName', 'Duende.IdentityServer.SomeType'], // only files with one of these are parsed; types by their full name
  },

  detect: ({ facts }) => facts.csharp.usesOf('OldName', 'Duende.IdentityServer.SomeType'),

  explain: (use, { facts }) => ({
    title: '`OldName` is gone',
    message: `\`${use.receiver}.OldName\` no longer exists in 6.3.`,
    severity: 'breaks-build',
    confidence: use.confidence,
    projects: use.projects,
    evidence: [evidence(facts.csharp.sourceOf(use.path), use.span, 'uses the old name')],
  }),

  // fix: (use) => [{ id: 'rename', title: 'Use `NewName`', safety: 'safe', changes: [replace(use, 'NewName')] }],
});
