import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { madeUpFinding, reviewFix, safeFix } from '../../testing/made-up-findings.ts';
import { hexId, madeUpAnalysis, madeUpGuide, madeUpReport } from '../../testing/made-up-report.ts';
import { schemaObjections } from '../../testing/report-schema.ts';
import type { Decision, Decisions } from '../decisions/decision.ts';
import type { Finding } from '../rules/finding.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { type ReportedChange, renderJson, reportOf } from './report.ts';
import { tool } from './tool.ts';

const finding = (name: string, parts: Partial<Finding> = {}) => madeUpFinding(name, { id: hexId(name), ...parts });

const findings = [
  finding('a'),
  finding('b', { fixes: [reviewFix('keep', [{ finding: hexId('a'), fix: 'fix' }]), safeFix('other')] }),
  finding('c', { fixes: [] }),
  finding('d'),
];
const decisions: Decisions = new Map<string, Decision>([
  [hexId('a'), { kind: 'accept', fix: 'fix', by: 'default' }],
  [hexId('b'), { kind: 'decline', by: 'user', reason: 'later' }],
  [hexId('c'), { kind: 'by-hand', by: 'default' }],
]);
const changes: readonly ReportedChange[] = [
  {
    path: 'src/Worker.cs',
    kind: 'edit',
    encoding: 'utf-8',
    bom: true,
    findings: [hexId('a')],
    edits: [{ start: 3, end: 6, newText: 'New' }],
  },
  { path: 'src/Added.cs', kind: 'add', encoding: 'utf-8', bom: false, findings: [hexId('a')], sha256: '0'.repeat(64) },
];
const notices = [
  { code: 'unparsable-region', path: 'src/B.cs' as FilePath, line: 12, message: 'Not read.' },
  { code: 'left-out', path: null, line: null, message: 'Two folders were left out.' },
];
const report = madeUpReport(findings, decisions, { notices }, changes);

describe('report.json', () => {
  it('is what its schema describes', () => {
    expect(schemaObjections(JSON.parse(renderJson(report)))).toEqual([]);
  });

  it.each([
    [
      'a fix called by a reserved word',
      {
        ...report,
        findings: [{ ...report.findings[0], fixes: [{ id: 'decline', title: 'x', safety: 'safe', requires: [] }] }],
      },
    ],
    [
      'a review without a caution',
      {
        ...report,
        findings: [{ ...report.findings[0], fixes: [{ id: 'x', title: 'x', safety: 'review', requires: [] }] }],
      },
    ],
    [
      'a gap without a reason',
      { ...report, coverage: [{ item: 'B38', title: 'x', rule: null, state: 'by-hand', why: null }] },
    ],
    ['an edited file without an edit', { ...report, changes: [{ ...changes[0], edits: [] }] }],
    [
      'an accepted finding without its fix',
      { ...report, findings: [{ ...report.findings[0], decision: { kind: 'accept', by: 'user' } }] },
    ],
    ['a key no one knows', { ...report, time: 'now' }],
  ])('is refused by its schema with %s', (_, wrong) => {
    expect(schemaObjections(JSON.parse(JSON.stringify(wrong)))).not.toEqual([]);
  });

  it('has its keys in the order of the contract', () => {
    const keys = 'schema tool guide input projects questions findings changes notices coverage';
    expect(Object.keys(report).join(' ')).toBe(keys);
    expect(Object.keys(report.findings[0]!).join(' ')).toBe(
      'id rule step projects severity confidence title message source evidence fixes decision',
    );
    expect(Object.keys(report.findings[0]!.evidence[0]!).join(' ')).toBe(
      'path line column endLine endColumn excerpt because',
    );
    expect(Object.keys(report.findings[1]!.fixes[0]!).join(' ')).toBe('id title safety caution requires');
    expect(Object.keys(report.projects[0]!).join(' ')).toBe('path sdk targetFrameworks host packages');
    expect(Object.keys(report.changes[1]!).join(' ')).toBe('path kind encoding bom findings edits');
  });

  it('says how each finding is settled, and by whom', () => {
    expect(report.findings.map(({ decision }) => decision)).toEqual([
      { kind: 'accept', fix: 'fix', by: 'default' },
      { kind: 'decline', by: 'user', reason: 'later' },
      { kind: 'by-hand', by: 'default' },
      { kind: 'undecided', by: 'default' },
    ]);
  });

  it('is the same bytes whatever order the parts came in', () => {
    const again = madeUpReport(
      findings,
      new Map([...decisions].reverse()),
      { notices: notices.toReversed() },
      changes.toReversed(),
    );
    expect(renderJson(again)).toBe(renderJson(report));
  });

  it('says a notice once, the general ones first', () => {
    const analysis = madeUpAnalysis([], { notices });
    const twice = reportOf({ guide: madeUpGuide, analysis, decisions: new Map(), changes: [], notices });
    expect(twice.notices.map(({ code }) => code)).toEqual(['left-out', 'unparsable-region']);
  });

  it('names tool and version as the package does', () => {
    const { name, version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(tool).toEqual({ name, version });
  });
});
