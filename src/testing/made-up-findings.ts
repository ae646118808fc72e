import type { Finding, Fix, Requirement } from '../engine/rules/finding.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';

/** A finding named by one word, certain, with one safe fix called `fix`, unless `parts` say otherwise. */
export function madeUpFinding(name: string, parts: Partial<Finding> = {}): Finding {
  return {
    id: `made-up/${name}`,
    rule: 'made-up',
    step: 'breaking-changes',
    projects: [],
    severity: 'breaks-build',
    confidence: 'certain',
    title: `The ${name} changed`,
    message: `What the ${name} did.`,
    source: 'https://example.com/guide',
    evidence: [
      {
        path: 'src/Worker.cs' as FilePath,
        span: { start: 0, end: 3 },
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 4,
        excerpt: 'Old();',
        because: 'calls the old name',
      },
    ],
    fixes: [safeFix('fix')],
    ...parts,
  };
}

export const safeFix = (id: string, requires: readonly Requirement[] = []): Fix => ({
  id,
  title: `Apply ${id}`,
  changes: [],
  safety: 'safe',
  requires,
});

export const reviewFix = (id: string, requires: readonly Requirement[] = []): Fix => ({
  id,
  title: `Apply ${id}`,
  changes: [],
  safety: 'review',
  caution: 'Look first.',
  requires,
});

export const requirement = (name: string, fix = 'fix'): Requirement => ({ finding: `made-up/${name}`, fix });
