import type { Analysis, ProjectSummary } from './analysis.ts';
import { applyCommand } from './apply-command.ts';
import type { Archive } from './archive/archive.ts';
import { openArchive } from './archive/open-archive.ts';
import { openFiles, openFolder } from './archive/open-folder.ts';
import { packArchive } from './archive/pack-archive.ts';
import { conflictingFixes } from './conflicts.ts';
import { contextSummaries } from './context-summaries.ts';
import { isWhole } from './decisions/closure.ts';
import { conflictCheckFor } from './decisions/conflict-check.ts';
import type { Decisions } from './decisions/decision.ts';
import { decisionNotices } from './decisions/decision-notices.ts';
import { invariant } from './errors.ts';
import type { Facts } from './facts/facts.ts';
import { hostKindOf, hostNames } from './facts/hosts/host-kind.ts';
import type { Project } from './facts/project.ts';
import { isFamily } from './facts/projects/family.ts';
import { readFacts } from './facts/read-facts.ts';
import { applyPatch } from './patch/apply-patch.ts';
import { planPatch } from './patch/plan-patch.ts';
import { renderPatch, renderReversePatch } from './patch/render-patch.ts';
import { stepPatches } from './patch/step-patches.ts';
import { renderHtml } from './report/html.ts';
import { renderMarkdown } from './report/markdown.ts';
import { type ReportedChange, renderJson, reportOf } from './report/report.ts';
import type { Script } from './rules/finding.ts';
import { type Answers, answerKey } from './rules/question.ts';
import { runRules } from './rules/run-rules.ts';
import { checkContents, checkVersions } from './suitability.ts';
import type { Delivery, FilePreview, Upgrade, UpgradeOptions } from './upgrade.ts';
import type { Input } from './workspace/input.ts';
import type { PatchedFile } from './workspace/patched-file.ts';
import { type Notice, sourceOf } from './workspace/workspace.ts';

/** Reads the solution once; what it throws as `UpgradeError`, the user can act on. */
export async function openUpgrade(input: Input, options: UpgradeOptions): Promise<Upgrade> {
  const { guide, grammar, target, onProgress } = options;
  const archive = await openInput(input, (done, total) => onProgress?.({ phase: 'archive', done, total }));
  const { workspace, input: info } = archive;
  checkContents(workspace, info.name, input.kind === 'files');
  const names = [...hostNames, ...guide.rules.flatMap(({ meta }) => meta.names ?? [])];
  const facts = await readFacts(workspace, {
    grammar,
    names: [...new Set(names)],
    nullableNames: guide.rules.flatMap(({ meta }) => meta.nullableNames ?? []),
    ...(onProgress && { onProgress }),
  });
  checkVersions(facts, info.name);
  const general = [...('notices' in input ? (input.notices ?? []) : []), ...presumption(facts)];
  return {
    target,
    root: archive.kind === 'zip' ? archive.root : '',
    analyse: (answers) => analyse(archive, facts, general, answers, options),
    preview: (analysis, finding, fix) => preview(archive, analysis, finding, fix),
    deliver: (analysis, decisions, { alwaysZip = false } = {}) =>
      deliver({ archive, analysis, decisions, options, asFile: input.kind === 'files' && !alwaysZip }),
  };
}

function openInput(input: Input, onProgress: (done: number, total: number) => void): Archive | Promise<Archive> {
  if (input.kind === 'archive') return openArchive(input.bytes, input.name, onProgress);
  return input.kind === 'folder' ? openFolder(input.name, input.files) : openFiles(input.files);
}

function analyse(
  { workspace, input }: Archive,
  facts: Facts,
  general: readonly Notice[],
  answers: Answers,
  { guide, target, onProgress }: UpgradeOptions,
): Analysis {
  onProgress?.({ phase: 'rules', done: 0, total: guide.rules.length });
  const run = runRules(guide, facts, { answers, target });
  onProgress?.({ phase: 'rules', done: guide.rules.length, total: guide.rules.length });
  return {
    input,
    target,
    projects: facts.projects.filter(({ product }) => product !== null).map((project) => summaryOf(facts, project)),
    contexts: contextSummaries(facts),
    questions: run.questions,
    findings: run.findings,
    conflicts: conflictingFixes(run.findings, workspace),
    notices: [...general, ...facts.notices, ...run.notices, ...unaskedNotices(answers, run.questions)],
    coverage: run.coverage,
  };
}

const summaryOf = (facts: Facts, project: Project): ProjectSummary => ({
  path: project.path,
  sdk: project.sdk,
  targetFrameworks: project.targetFrameworks,
  host: hostKindOf(facts, project),
  packages: project.packages
    .filter(({ id }) => isFamily(id))
    .map(({ id, version, declaredIn, line }) => ({ id, version, declaredIn, line })),
});

const presumption = ({ hasProjects }: Facts): Notice[] =>
  hasProjects
    ? []
    : [
        {
          code: 'no-project-file',
          path: null,
          line: null,
          message:
            'No project file came along, so Duende IdentityServer 6.2 is presumed to be there, and nothing found is more than likely.',
        },
      ];

function unaskedNotices(answers: Answers, questions: Analysis['questions']): Notice[] {
  const isAsked = (key: string) => questions.some(({ id, project }) => key === id || key === answerKey(id, project));
  return [...answers.keys()]
    .filter((key) => !isAsked(key))
    .map((key) => ({
      code: 'question-not-asked',
      path: null,
      line: null,
      message: `The answer to \`${key}\` was not needed: nothing here asks for it.`,
    }));
}

/** The fix by itself, whatever else it requires: what this one would change. */
function preview({ workspace }: Archive, { findings }: Analysis, id: string, fix: string): FilePreview[] {
  const only: Decisions = new Map([[id, { kind: 'accept', fix, by: 'user' }]]);
  const plan = planPatch(findings, only, workspace);
  if (plan.kind === 'conflicted') return [];
  return applyPatch(workspace, plan).map(previewOf);
}

const previewOf = (file: PatchedFile): FilePreview => ({
  path: file.path,
  before: file.kind === 'add' ? null : textOf(file.path, file.before),
  after: textOf(file.path, file.bytes),
});

function textOf(path: PatchedFile['path'], bytes: Uint8Array): string {
  const source = sourceOf({ path, bytes });
  return source.kind === 'text' ? source.text : '';
}

interface DeliveryParts {
  readonly archive: Archive;
  readonly analysis: Analysis;
  readonly decisions: Decisions;
  readonly options: UpgradeOptions;
  readonly asFile: boolean; // where one file came on its own
}

async function deliver({ archive, analysis, decisions, options, asFile }: DeliveryParts): Promise<Delivery> {
  const { guide } = options;
  const plan = planPatch(analysis.findings, decisions, archive.workspace);
  invariant(plan.kind === 'ready', 'accepted fixes that collide are never delivered');
  invariant(isWhole(analysis.findings, decisions), 'what moves together is accepted together');
  const patched = applyPatch(archive.workspace, plan);
  const notices = decisionNotices(analysis.findings, decisions, conflictCheckFor(analysis));
  const report = reportOf({ guide, analysis, decisions, changes: patched.map(changeOf), notices });
  const stem = archive.input.name.replace(/\.zip$/i, '');
  return {
    archive: await packed(archive, patched, stem, asFile),
    files: patched.map(previewOf),
    patch: renderPatch(patched),
    reversePatch: renderReversePatch(patched),
    stepPatches: stepPatches(
      analysis.findings,
      decisions,
      guide.steps.map(({ id }) => id),
      archive.workspace,
    ),
    applyCommand: applyCommand(archive.kind === 'zip' ? archive.root : '', `${stem}.patch`),
    sql: scriptsOf(analysis, decisions),
    report: {
      json: renderJson(report),
      markdown: renderMarkdown(report, guide.steps),
      html: renderHtml(report, guide.steps),
    },
  };
}

function scriptsOf({ findings }: Analysis, decisions: Decisions): readonly Script[] {
  return findings
    .flatMap(({ id, fixes, scripts }) => {
      const decision = decisions.get(id);
      const accepted = decision?.kind === 'accept' ? fixes.find((fix) => fix.id === decision.fix) : undefined;
      return accepted?.scripts ?? scripts ?? [];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function packed(archive: Archive, patched: readonly PatchedFile[], stem: string, asFile: boolean) {
  const [only, ...others] = archive.workspace.files.values();
  if (asFile && only && others.length === 0 && patched.every(({ kind }) => kind === 'edit')) {
    return { name: archive.input.name, bytes: patched[0]?.bytes ?? only.bytes };
  }
  return { name: `${stem}.upgraded.zip`, bytes: await packArchive(archive, patched) };
}

function changeOf(file: PatchedFile): ReportedChange {
  const { path, encoding, bom, findings } = file;
  return file.kind === 'add'
    ? { path, kind: 'add', encoding, bom, findings, sha256: file.sha256 }
    : { path, kind: 'edit', encoding, bom, findings, edits: file.edits };
}
