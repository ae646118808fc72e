import { baseName, type FilePath } from '../../workspace/file-path.ts';
import { sourceOf } from '../../workspace/workspace.ts';
import type { Facts } from '../facts.ts';
import type { Project } from '../project.ts';
import type { ConfigurationContext } from './configuration-store.ts';

/** The project that `MigrationsAssembly` names, as far as that can be followed: a text, `typeof(T).Assembly`, or a variable with either. */
export function assemblyProject(facts: Facts, { factories, registrations }: ConfigurationContext): Project | undefined {
  for (const { migrationsAssembly, path, projects } of [...factories, ...registrations]) {
    const project = migrationsAssembly && named(migrationsAssembly, { path, projects }, facts);
    if (project) return project;
  }
  return undefined;
}

interface From {
  readonly path: FilePath;
  readonly projects: readonly FilePath[];
}

function named(expression: string, from: From, facts: Facts, depth = 0): Project | undefined {
  const [, text] = /^"([^"]+)"$/.exec(expression) ?? [];
  if (text !== undefined) return facts.projects.find((project) => assemblyName(project, facts) === text);
  const own = facts.projects.find(({ path }) => from.projects.includes(path));
  if (/\bGetExecutingAssembly\(\)/.test(expression)) return own;
  const [, type] = /\btypeof\((?:\w+\.)*(\w+)\)/.exec(expression) ?? [];
  if (type !== undefined) {
    const holders = facts.projects.filter(({ sources }) => sources.some((path) => baseName(path) === `${type}.cs`));
    return own && holders.includes(own) ? own : holders.length === 1 ? holders[0] : undefined;
  }
  const value = /^\w+$/.test(expression) && depth === 0 ? givenTo(expression, from.path, facts) : undefined;
  return value === undefined ? undefined : named(value, from, facts, 1);
}

/** What a variable or constant of the same file is given. */
function givenTo(name: string, path: FilePath, { csharp }: Facts): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*([^;]+);`).exec(csharp.sourceOf(path).text)?.[1]?.trim();
}

/** By `<AssemblyName>`, else the file's name. */
function assemblyName({ path }: Project, { workspace }: Facts): string {
  const file = workspace.files.get(path);
  const source = file && sourceOf(file);
  const stated =
    source?.kind === 'text' ? /<AssemblyName>\s*([\w.-]+)\s*<\/AssemblyName>/.exec(source.text)?.[1] : undefined;
  return stated ?? baseName(path).replace(/\.\w+proj$/, '');
}
