import type { FilePath } from '../../workspace/file-path.ts';
import type { Notice } from '../../workspace/workspace.ts';
import { isFamily } from './family.ts';
import { lineOf } from './msbuild-files.ts';
import type { EvaluatedProject, Solution } from './solution.ts';
import type { SolutionFile } from './solution-files.ts';

/** What of the project files could not be read, or not be told from text alone. */
export function noticesOf(solution: Solution, solutionFiles: readonly SolutionFile[]): Notice[] {
  return [
    ...unreadable(solution),
    ...importNotices(solution),
    ...solution.projects.flatMap(undecided),
    ...solution.projects.flatMap(missingReferences),
    ...solutionFiles.flatMap((file) => missingProjects(file, solution)),
    ...unlisted(solution, solutionFiles),
  ];
}

const notice = (code: string, path: FilePath, message: string, line: number | null = null): Notice => ({
  code,
  path,
  line,
  message,
});

function unreadable({ files }: Solution): Notice[] {
  const unread = files.unreadable.map((path) =>
    notice('project-unreadable', path, `${path} is not readable as XML, so nothing it says was taken into account.`),
  );
  const broken = files.all
    .filter((file) => file.isBroken)
    .map(({ path }) => notice('project-malformed', path, `${path} has XML errors; what could be read of it was read.`));
  return [...unread, ...broken];
}

/** Imports of the machine's own files are everyday; those that should be in the archive are told. */
function importNotices(solution: Solution): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { evaluations } of solution.projects) {
    for (const { file, element, text } of evaluations.flatMap((e) => e.unresolvedImports)) {
      if (/\$\((MSBuild(Extensions|Tools|Bin|SDKs)|VSTools|NuGetPackageRoot|PkgMicrosoft)/i.test(text)) continue;
      const line = lineOf(file, element.span);
      const message = `\`${text}\` is imported here but is not in the archive, or its path can't be told: what it sets is not known.`;
      notices.set(`${file.path}:${line}`, notice('import-not-read', file.path, message, line));
    }
  }
  return [...notices.values()];
}

/** Properties that everything else hangs on, set under a condition that the files alone don't answer. */
function undecided({ path, sdk, targetFrameworks, evaluations }: EvaluatedProject): Notice[] {
  const isOpen = (name: string) => evaluations.some((evaluation) => evaluation.property(name) === null);
  return [
    ...(isOpen('TargetFramework') || isOpen('TargetFrameworks') || (sdk !== null && targetFrameworks.length === 0)
      ? [
          notice(
            'framework-unknown',
            path,
            "Which frameworks it targets depends on something the archive doesn't say: what holds for one framework only is left to you.",
          ),
        ]
      : []),
    ...(isOpen('ManagePackageVersionsCentrally')
      ? [
          notice(
            'central-versions-unknown',
            path,
            "Whether its package versions are kept centrally depends on something the archive doesn't say: it was read as if they were not.",
          ),
        ]
      : []),
  ];
}

const missingReferences = ({ path, missing }: EvaluatedProject): Notice[] =>
  missing.map(({ text, line, file }) =>
    notice(
      'reference-not-read',
      file,
      `\`${path}\` references \`${text}\`, which is not in the archive: what comes with it is not known.`,
      line,
    ),
  );

function missingProjects({ path, projects }: SolutionFile, { files }: Solution): Notice[] {
  const missing = projects.filter((project) => files.find(project) === null);
  if (missing.length === 0) return [];
  const [first] = missing;
  const more = missing.length === 1 ? 'a project that is' : `${missing.length} projects that are`;
  const which = missing.length === 1 ? `\`${first}\`` : `\`${first}\` and ${missing.length - 1} more`;
  return [
    notice('project-not-read', path, `It lists ${more} not in the archive: ${which}. Nothing of that was looked at.`),
  ];
}

/** Where there are solutions, a project with the product that none of them lists may be a leftover. */
function unlisted({ projects, files }: Solution, solutionFiles: readonly SolutionFile[]): Notice[] {
  if (solutionFiles.length === 0) return [];
  const listed = new Set(solutionFiles.flatMap((file) => file.projects.map((path) => files.find(path))));
  return projects
    .filter(({ path }) => !listed.has(path))
    .filter(({ evaluations }) => evaluations.some((e) => e.packages.references.some(({ id }) => isFamily(id))))
    .map(({ path }) =>
      notice('project-unlisted', path, 'No solution file in the archive lists it. It was looked at like the others.'),
    );
}
