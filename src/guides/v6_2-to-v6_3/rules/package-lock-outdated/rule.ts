import { compareTexts } from '../../../../engine/facts/nuget/version.ts';
import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { archivePath } from '../../../../engine/facts/projects/paths.ts';
import { type Evaluated, type EvaluatedProject, solutionOf } from '../../../../engine/facts/projects/solution.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { folderOf } from '../../../../engine/workspace/file-path.ts';
import type { SourceFile } from '../../../../engine/workspace/workspace.ts';
import { code } from '../package-version/listed.ts';
import { spansOf, textFiles } from '../package-version/text-files.ts';

interface Match {
  readonly lock: SourceFile;
  readonly project: EvaluatedProject | null;
  /** What makes restore insist on the file: a property of the project, or a file that says `--locked-mode`. */
  readonly lockedBy: string | null;
}

/** A lock file holds hashes of packages, so it can only be written by a restore. */
export default defineRule<Match>({
  meta: {
    id: 'package-lock-outdated',
    step: 'packages',
    title: 'A lock file names the versions of before',
    source:
      'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts, target }) {
    const pipeline = textFiles(facts.workspace, isPipeline).find(({ text }) =>
      /--locked-mode|RestoreLockedMode=true/i.test(text),
    );
    const { projects } = solutionOf(facts.workspace);
    const owners = new Map(
      projects.flatMap((project) => lockFilesOf(project).map((path) => [path.toLowerCase(), project])),
    );
    return textFiles(facts.workspace, (path) => isLockFile(path) || owners.has(path.toLowerCase()))
      .filter(({ text }) => familyIn(text).some((version) => compareTexts(version, target) < 0))
      .map((lock) => {
        const project = owners.get(lock.path.toLowerCase()) ?? null;
        const isLocked = project?.evaluations.some(staysLocked) ?? false;
        return { lock, project, lockedBy: isLocked ? 'RestoreLockedMode' : (pipeline?.path ?? null) };
      });
  },

  explain: ({ lock, project, lockedBy }) => ({
    title: lockedBy === null ? 'The lock file will be rewritten' : 'The lock file stops restore',
    message: [
      'It names packages of the family as they are now, with their hashes, which only a restore can write.',
      lockedBy === null
        ? 'The next restore rewrites it: commit it together with the edits.'
        : `Restore runs in locked mode here (${code(lockedBy)}), so it stops with NU1004 until the file is written anew.`,
      `Run ${code(`dotnet restore ${project?.path ?? folderOf(lock.path)} --force-evaluate`)} after the edits.`,
    ].join(' '),
    severity: lockedBy === null ? 'advice' : 'breaks-build',
    confidence: 'certain',
    projects: project ? [project.path] : [],
    evidence: [evidence(lock, spansOf(lock.text, firstName)[0]!, 'names the version of before')],
  }),
});

/** The versions of 6.x that a lock file names for packages of the family. */
const familyIn = (text: string) =>
  [...text.matchAll(/"(Duende\.IdentityServer[\w.]*)":\s*\{[^}]*"resolved":\s*"(6\.[^"]*)"/gi)]
    .filter(([, id]) => isFamily(id!))
    .map(([, , version]) => version!);

const firstName = /"Duende\.IdentityServer[\w.]*"(?=:\s*\{)/gi;

const isPipeline = (path: string) =>
  /\.(ya?ml|ps1|sh|cmd|bat|cake|cs|json)$|(^|\/)(Dockerfile[^/]*|Makefile|Jenkinsfile|[^/]*\.Dockerfile)$/i.test(
    path,
  ) && !/(^|\/)packages\.[^/]*lock\.json$|\.cs$/i.test(path);

const isLockFile = (path: string) => /(^|\/)packages\.([^/]*\.)?lock\.json$/i.test(path);

/** Where restore looks for it: what `NuGetLockFilePath` says, `packages.<project>.lock.json`, or the plain name. */
function lockFilesOf({ path, evaluations }: EvaluatedProject): string[] {
  const folder = folderOf(path);
  const name = path.slice(folder === '' ? 0 : folder.length + 1).replace(/\.\w+$/, '');
  const stated = evaluations.flatMap((evaluated) => evaluated.property('NuGetLockFilePath') || []);
  const names = [...new Set(stated), `packages.${name.replaceAll(' ', '_')}.lock.json`, 'packages.lock.json'];
  return names.flatMap((one) => archivePath(folder, one) ?? []);
}

/** An open condition, such as one on a build server's variable, counts as set. */
const staysLocked = (evaluated: Evaluated) => {
  const value = evaluated.property('RestoreLockedMode');
  return value === null || value.toLowerCase() === 'true';
};
