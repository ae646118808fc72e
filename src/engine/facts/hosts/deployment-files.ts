import type { Span } from '../../text/span.ts';
import { baseName, folderOf, isInFolder } from '../../workspace/file-path.ts';
import { type SourceFile, sourceOf } from '../../workspace/workspace.ts';
import type { Facts } from '../facts.ts';
import type { Project } from '../project.ts';

/** What a file that isn't code says about where the host runs. */
export interface Said {
  readonly source: SourceFile;
  readonly span: Span;
  readonly value: string;
}

export interface DeploymentFiles {
  /** Dockerfiles of this host. */
  readonly images: readonly Said[];
  /** Where it is started: `WORKDIR` of the last stage, `working_dir` of a service, `workingDir` of a container. */
  readonly folders: readonly Said[];
  /** `ASPNETCORE_CONTENTROOT` and kin. */
  readonly contentRoots: readonly Said[];
  /** Folders that are kept outside the container. */
  readonly mounts: readonly Said[];
  /** `hostingModel` of a web.config: in process, IIS sets the content root, without a separator. */
  readonly iis: readonly Said[];
  /** Folders of publish profiles. */
  readonly publish: readonly Said[];
  /** Content roots of launch profiles: for developers' machines only. */
  readonly launch: readonly Said[];
}

/** `isOnly`: no other host is in the solution, so that manifests that name none are about this one. */
export function deploymentFilesOf(facts: Facts, project: Project, isOnly: boolean): DeploymentFiles {
  const sources = textsOf(facts);
  const images = sources.filter(({ path }) => isDockerfile(path)).filter((source) => isImageOf(source, project));
  const services = sources
    .filter(({ path }) => isCompose(path))
    .flatMap((source) => servicesIn(source).filter((part) => isServiceOf(part, source, images, isOnly)));
  const manifests = isOnly ? sources.filter(({ path }) => isManifest(path)).map(whole) : [];
  const containers = [...services, ...manifests];
  const own = sources.filter(({ path }) => isInFolder(path, project.folder));
  const webConfigs = own.filter(({ path }) => /(^|\/)web(\.[^/]+)?\.config$/i.test(path)).map(whole);
  const profiles = own.filter(({ path }) => /(^|\/)launchSettings\.json$/i.test(path)).map(whole);
  const published = own.filter(({ path }) => /\.pubxml$/i.test(path)).map(whole);
  return {
    images: images.map((source) => ({ source, span: firstLine(source), value: source.path })),
    folders: [...images.flatMap(workingFolder), ...found(containers, /^\s*-?\s*working_?dir:\s*["']?([^"'\s#]+)/gim)],
    contentRoots: [...found([...images.map(whole), ...containers, ...webConfigs], contentRoot)],
    mounts: [
      ...found(images.map(whole), /^\s*VOLUME\s+\[?\s*"?(\/[^"\s,\]]*)/gim),
      ...found(containers, /^\s*-\s*["']?[^:\s"'#]+:(\/[^:"'\s]+)/gm),
      ...found(containers, /^\s*-?\s*(?:target|mountPath):\s*["']?(\/[^"'\s]+)/gm),
    ],
    iis: found(webConfigs, /\bhostingModel\s*=\s*"([^"]+)"/gi),
    publish: found(published, /<(?:PublishDir|PublishUrl)>\s*([^<]+?)\s*</gi),
    launch: found(profiles, new RegExp(`${contentRoot.source}|"workingDirectory"\\s*:\\s*"([^"]+)"`, 'gi')),
  };
}

const contentRoot =
  /\b(?:ASPNETCORE|DOTNET)_CONTENTROOT["']?(?:\s+value\s*=\s*|\s*[:=]\s*|\s*\n\s*value:\s*|\s+)["']?([^"'\s,]+)/gi;

/** A part of a file. */
interface Part {
  readonly source: SourceFile;
  readonly span: Span;
}

const whole = (source: SourceFile): Part => ({ source, span: { start: 0, end: source.text.length } });
const textOf = ({ source, span }: Part) => source.text.slice(span.start, span.end);

function found(parts: readonly Part[], pattern: RegExp): Said[] {
  return parts.flatMap((part) =>
    [...textOf(part).matchAll(pattern)].map((match) => {
      const value = match.slice(1).find((group) => group !== undefined) ?? '';
      const start = part.span.start + match.index + match[0].lastIndexOf(value);
      return { source: part.source, span: { start, end: start + value.length }, value };
    }),
  );
}

const isDockerfile = (path: string) => /(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile)$/i.test(path);
const isCompose = (path: string) => /(^|\/)(docker-)?compose[^/]*\.ya?ml$/i.test(path);
const isManifest = (path: string) =>
  /\.ya?ml$/i.test(path) &&
  !isCompose(path) &&
  /(^|\/)(templates|charts?|helm|k8s|kubernetes|manifests?|deploy(ment)?s?)\//i.test(path);

const textsOf = ({ workspace }: Facts): SourceFile[] =>
  [...workspace.files.values()]
    .filter(
      ({ path }) =>
        isDockerfile(path) || /\.(ya?ml|pubxml)$|(^|\/)(web(\.[^/]+)?\.config|launchSettings\.json)$/i.test(path),
    )
    .flatMap((file) => {
      const source = sourceOf(file);
      return source.kind === 'text' ? [source] : [];
    });

const nameOf = (project: Project) => baseName(project.path).replace(/\.\w+proj$/i, '');

/** It lies with the project, or it starts or builds the project by its name. What is copied for a restore tells nothing. */
const isImageOf = ({ path, text }: SourceFile, project: Project) =>
  (project.folder !== '' && isInFolder(path, project.folder)) ||
  startsOrBuilds(text, nameOf(project)) ||
  (project.folder === '' && folderOf(path) === '');

function startsOrBuilds(text: string, name: string): boolean {
  const started = [...text.matchAll(/^[ \t]*(?:ENTRYPOINT|CMD)\b.*$/gim)].flatMap(([line]) => [
    ...line.matchAll(/([\w.-]+)\.dll\b/gi),
  ]);
  if (started.length > 0) return started.some(([, assembly]) => assembly === name);
  const others = text.replace(/^[ \t]*(?:COPY|ADD)\b.*$/gim, '');
  return new RegExp(`(^|[\\s"'/\\\\])${escaped(name)}(\\.dll|\\.\\w+proj)?(["'\\s/\\\\]|$)`, 'm').test(others);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The blocks below `services:`. */
function servicesIn(source: SourceFile): Part[] {
  const { text } = source;
  const from = /^services:\s*$/m.exec(text);
  if (!from) return [];
  const start = from.index + from[0].length;
  const rest = text.slice(start);
  const body = rest.slice(0, /^\S/m.exec(rest.slice(1))?.index ?? rest.length);
  const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? '';
  const heads = [...body.matchAll(new RegExp(`^${indent}[\\w.-]+:`, 'gm'))].map(({ index }) => start + index);
  return heads.map((head, i) => ({ source, span: { start: head, end: heads[i + 1] ?? start + body.length } }));
}

/** A service that builds one of the images; where it only names an image, the one that sounds like a server for identities. */
function isServiceOf(part: Part, { path }: SourceFile, images: readonly SourceFile[], isOnly: boolean) {
  const text = textOf(part);
  const value = (key: string) => new RegExp(`^\\s*${key}:[ \\t]*["']?([^"'\\s#]+)`, 'm').exec(text)?.[1];
  const context = value('context') ?? value('build');
  if (context === undefined) return isOnly && /^\s*image:.*(identity|idp|sts|login|auth)/im.test(text);
  const dockerfile = join(join(folderOf(path), context), value('dockerfile') ?? 'Dockerfile');
  return images.some((image) => image.path === dockerfile);
}

function join(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The folder that the last stage of a Dockerfile ends in, with what it takes over from the stages it stands on. */
function workingFolder(source: SourceFile): Said[] {
  const stages = new Map<string, Said | undefined>();
  let current: Said | undefined;
  let name = '';
  for (const match of source.text.matchAll(
    /^[ \t]*(?:FROM[ \t]+(?:--\S+[ \t]+)*(\S+)(?:[ \t]+AS[ \t]+(\S+))?|WORKDIR[ \t]+(.+?))[ \t]*\r?$/gim,
  )) {
    const [line, base, alias, folder] = match;
    if (folder === undefined) {
      name = alias ?? '';
      current = stages.get((base ?? '').toLowerCase());
    } else {
      const start = match.index + line.lastIndexOf(folder);
      const written = folder.replace(/^["']|["']$/g, '');
      const value = isAbsolute(written) ? written : `${(current?.value ?? '/').replace(/\/$/, '')}/${written}`;
      current = { source, span: { start, end: start + folder.length }, value };
    }
    stages.set(name.toLowerCase(), current);
  }
  return current ? [current] : [];
}

const isAbsolute = (path: string) => /^(\/|[A-Za-z]:|\$)/.test(path);

const firstLine = ({ text }: SourceFile): Span => ({ start: 0, end: text.search(/\r|\n|$/) });
