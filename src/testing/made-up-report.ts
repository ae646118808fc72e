import type { Analysis } from '../engine/analysis.ts';
import type { Decisions } from '../engine/decisions/decision.ts';
import { type Report, type ReportedChange, reportOf } from '../engine/report/report.ts';
import type { Finding } from '../engine/rules/finding.ts';
import type { Guide } from '../engine/rules/guide.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';

export const madeUpGuide: Guide = {
  id: 'v6_2-to-v6_3',
  from: '6.2',
  to: '6.3',
  source: 'https://example.com/guide',
  targets: [
    { version: '6.3.0', note: '' },
    { version: '6.3.10', note: '' },
  ],
  defaultTarget: '6.3.10',
  steps: [
    { id: 'packages', title: 'Update NuGet packages', text: '' },
    { id: 'breaking-changes', title: 'Settle the breaking changes', text: '' },
  ],
  rules: [],
  docs: new Map(),
  coverage: [],
};

/** Twelve digits for a name, as a finding's id needs them. */
export const hexId = (name: string) =>
  `made-up/${[...name]
    .reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) % 2 ** 40, 7)
    .toString(16)
    .padStart(12, '0')}`;

export const madeUpAnalysis = (findings: readonly Finding[], parts: Partial<Analysis> = {}): Analysis => ({
  input: { name: 'solution.zip', files: 3, bytes: 1200, sha256: 'ab'.repeat(32) },
  target: '6.3.10',
  projects: [
    {
      path: 'src/Host.csproj' as FilePath,
      sdk: 'Microsoft.NET.Sdk.Web',
      targetFrameworks: ['net6.0'],
      host: 'web-application',
      packages: [{ id: 'Duende.IdentityServer', version: '6.2.0', declaredIn: 'src/Host.csproj' as FilePath, line: 9 }],
    },
  ],
  questions: [],
  findings,
  contexts: [],
  conflicts: [],
  notices: [],
  coverage: [
    { item: 'A02', title: 'Renamed', rule: 'made-up', state: 'found', why: null },
    { item: 'A03', title: 'Registered otherwise', rule: 'made-up', state: 'nothing-found', why: null },
    { item: 'step-3/keys', title: 'Keys', rule: null, state: 'by-hand', why: 'Only you know your deployment.' },
    { item: 'B38', title: 'Rare', rule: null, state: 'not-looked-for', why: 'No rule yet.' },
  ],
  ...parts,
});

export const madeUpReport = (
  findings: readonly Finding[],
  decisions: Decisions = new Map(),
  parts: Partial<Analysis> = {},
  changes: readonly ReportedChange[] = [],
): Report =>
  reportOf({ guide: madeUpGuide, analysis: madeUpAnalysis(findings, parts), decisions, changes, notices: [] });
