import type { Place } from '../../csharp/index-types.ts';
import type { Ending } from '../data-protection/default-name.ts';
import { endsWithSeparator } from '../data-protection/server-path.ts';
import type { Facts } from '../facts.ts';
import type { Project } from '../project.ts';
import type { DeploymentFiles, Said } from './deployment-files.ts';
import { countingBuilders, hostKindOf } from './host-kind.ts';

/** C# names whose files tell where a host has its content root. */
export const contentRootNames: readonly string[] = ['UseContentRoot', 'ContentRootPath', 'UseWindowsService', 'UseIIS'];

/** Where a host has its content root, as it is configured. */
export interface ContentRoot {
  readonly ending: Ending;
  /** The path that the code sets as a text. */
  readonly path: string | null;
  /** The path that a file beside the code says: it holds where that file is used. */
  readonly said: Said | null;
  readonly places: readonly { readonly place: Place; readonly because: string }[];
  /** A path that names a target framework, and so moves with it. */
  readonly withFramework: Said | null;
}

type IsOwn = (place: Pick<Place, 'projects'>) => boolean;

interface Setting {
  readonly place: Place;
  readonly ending: Ending;
  readonly path: string | null;
  readonly because: string;
}

/** What code sets goes before what the environment says; else it is the folder that the host is started in. */
export function contentRootOf(facts: Facts, project: Project, isOwn: IsOwn, files: DeploymentFiles): ContentRoot {
  const settings = [...setInCode(facts, isOwn), ...fromBaseDirectory(facts, project, isOwn)];
  const said = files.contentRoots.at(-1) ?? files.folders.at(-1);
  const outside = outsideOf(files);
  const byCode = settings.length > 0;
  return {
    ending: byCode ? common(settings.map(({ ending }) => ending)) : outside,
    path: settings.length === 1 ? settings[0]!.path : null,
    said: byCode || !said || !isPlain(said.value) ? null : said,
    places: [...settings.map(({ place, because }) => ({ place, because })), ...underIis(facts, isOwn)],
    withFramework:
      [...files.contentRoots, ...files.folders, ...files.publish].find(({ value }) => namesFramework(value)) ?? null,
  };
}

/** A folder that a host is started in has no separator at its end, unless it is the root of the file system. */
function outsideOf({ contentRoots, folders }: DeploymentFiles): Ending {
  const given = contentRoots.map(({ value }): Ending => (isPlain(value) ? endingOf(value) : 'unknown'));
  if (given.length > 0) return common(given);
  return folders.at(-1)?.value === '/' ? 'ended' : 'bare';
}

const isPlain = (value: string) => !value.includes('$') && !value.includes('{{');
const endingOf = (text: string): Ending => (endsWithSeparator(text) ? 'ended' : 'bare');
const common = (endings: readonly Ending[]): Ending => (new Set(endings).size === 1 ? endings[0]! : 'unknown');
const namesFramework = (path: string) => /(^|[\\/])net(coreapp)?\d+\.\d+([\\/]|$)/i.test(path);

function setInCode(facts: Facts, isOwn: IsOwn): Setting[] {
  const { csharp } = facts;
  const calls = csharp
    .invocationsOf('UseContentRoot')
    .filter(isOwn)
    .flatMap((call) => {
      const value = call.arguments.at(-1);
      const place = { path: call.path, span: call.nameSpan, projects: call.projects };
      return value ? [setting(place, value.text, value.literal)] : [];
    });
  const options = csharp
    .assignmentsTo('ContentRootPath')
    .filter(isOwn)
    .map(({ path, span, projects, text, literal }) => setting({ path, span, projects }, text, literal));
  return [...calls, ...options];
}

/** In-process IIS sets the content root to the folder of the site, without a separator at its end. */
const underIis = ({ csharp }: Facts, isOwn: IsOwn) =>
  csharp
    .invocationsOf('UseIIS')
    .filter(isOwn)
    .map(({ path, nameSpan, projects }) => ({
      place: { path, span: nameSpan, projects },
      because: 'under IIS, has its content root in the folder of the site',
    }));

const setting = (place: Place, text: string, literal: string | number | boolean | null): Setting => ({
  place,
  ending: endingOfExpression(text, literal),
  path: typeof literal === 'string' ? literal : null,
  because: 'sets the content root',
});

const baseDirectory = /\b(AppContext|CurrentDomain)\s*\.\s*BaseDirectory$/;
const withoutSeparator =
  /\bDirectory\s*\.\s*GetCurrentDirectory\s*\(\s*\)$|\bEnvironment\s*\.\s*CurrentDirectory$|^(System\.IO\.)?Path\s*\.\s*GetDirectoryName\s*\(|\.\s*TrimEnd\s*\([^()]*DirectorySeparatorChar\s*\)$|^(default|null)!?$/;

/** An empty content root, and none in a bare builder, is the base directory, which ends with a separator. */
function endingOfExpression(text: string, literal: string | number | boolean | null): Ending {
  if (typeof literal === 'string') return literal === '' ? 'ended' : endingOf(literal);
  const expression = text.trim();
  if (baseDirectory.test(expression) && !expression.includes('?')) return 'ended';
  if (withoutSeparator.test(expression) && !expression.includes('?')) return 'bare';
  const last = /^(?:System\.IO\.)?Path\s*\.\s*Combine\s*\(.*,\s*"((?:[^"\\]|\\.)+)"\s*\)$/s.exec(expression)?.[1];
  return last === undefined ? 'unknown' : endingOf(last);
}

/** `UseWindowsService` sets it when the host runs as a service; `WebApplication` refuses such a change. */
function fromBaseDirectory(facts: Facts, project: Project, isOwn: IsOwn): Setting[] {
  const { csharp } = facts;
  const services =
    hostKindOf(facts, project) === 'web-application'
      ? []
      : csharp
          .invocationsOf('UseWindowsService')
          .filter(isOwn)
          .map((call): Place => ({ path: call.path, span: call.nameSpan, projects: call.projects }));
  const bare = csharp.invocationsOf('UseContentRoot').some(isOwn)
    ? []
    : countingBuilders(facts, project).filter(({ call }) => call === null);
  return [
    ...services.map((place) => ({
      place,
      because: 'as a Windows service, has its content root where the program lies',
    })),
    ...bare.map((place) => ({ place, because: 'has its content root where the program lies' })),
  ].map(
    (found): Setting => ({ ...found, ending: underIis(facts, isOwn).length > 0 ? 'unknown' : 'ended', path: null }),
  );
}
