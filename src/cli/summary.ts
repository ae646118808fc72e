import type { Report, ReportedFinding } from '../engine/report/report.ts';
import { countsSentence, plural, severityWords, summaryOf } from '../engine/report/summary.ts';
import type { Severity } from '../engine/rules/finding.ts';
import type { Paint } from './terminal.ts';

const most = 20;

/** What a person reads after a run: what was found, what is left and where, and how to apply the patch. */
export function summaryText(report: Report, applyCommand: string | null, paint: Paint): string {
  const { guide, input, projects } = report;
  const { left } = summaryOf(report);
  const heading = `Duende IdentityServer ${guide.from} → ${guide.target} · ${printable(input.name)}`;
  const lines = [
    `${paint('bold', heading)} ${paint('dim', `(${plural(input.files, 'file')}, ${plural(projects.length, 'project')})`)}`,
    countsSentence(report),
    ...(left.length > 0 ? ['', paint('bold', 'Left for you:'), ...leftLines(left, paint)] : []),
    ...report.notices
      .filter(({ code }) => code === 'conflict')
      .map(({ message }) => paint('yellow', printable(message))),
    ...(applyCommand === null ? [] : ['', 'Apply the patch where your solution stands:', `  ${applyCommand}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function leftLines(left: readonly ReportedFinding[], paint: Paint): string[] {
  const more = left.length - most;
  return [
    ...left.slice(0, most).map((finding) => leftLine(finding, paint)),
    ...(more > 0 ? [`  … and ${more} more; a report lists them all (--report report.md)`] : []),
  ];
}

function leftLine({ severity, title, evidence: [place] }: ReportedFinding, paint: Paint): string {
  const where = place ? `  ${printable(`${place.path}:${place.line}`)}` : '';
  return `  ${paint(colours[severity], severityWords[severity])}  ${printable(title)}${where}`;
}

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'dim'>> = {
  'breaks-build': 'red',
  'breaks-run': 'red',
  'changes-behaviour': 'yellow',
  advice: 'dim',
};

/** A file name may hold what a terminal would obey. */
export const printable = (text: string) => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
