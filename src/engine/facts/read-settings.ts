import { type Node, parseTree } from 'jsonc-parser';
import { sourceOf, type Workspace, type WorkspaceFile } from '../workspace/workspace.ts';
import type { AppSettings, Setting } from './settings.ts';

/** Every `appsettings*.json`, with comments and trailing commas as .NET allows them. A broken one gives what could be read. */
export const readSettings = (workspace: Workspace): AppSettings[] =>
  [...workspace.files.values()].filter(({ path }) => isSettings(path)).flatMap(readFile);

const isSettings = (path: string) => /(^|\/)appsettings[^/]*\.json$/i.test(path);

function readFile(file: WorkspaceFile): AppSettings[] {
  const source = sourceOf(file);
  if (source.kind !== 'text') return [];
  const root = parseTree(source.text, [], { allowTrailingComma: true });
  return [{ path: file.path, settings: root ? settingsIn(root, []) : [] }];
}

function settingsIn(node: Node, key: readonly string[]): Setting[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((item, index) => settingsIn(item, [...key, String(index)]));
  if (node.type === 'object') {
    return children.flatMap(({ children: [name, value] = [] }) =>
      // `A:B` in a name is a path of its own in .NET configuration.
      name && value ? settingsIn(value, [...key, ...String(name.value).split(':')]) : [],
    );
  }
  const span = { start: node.offset, end: node.offset + node.length };
  return [{ key, value: node.value ?? null, span }];
}

/** Does the key of a setting equal these parts? Configuration keys have no case. */
export const isKey = (setting: Setting, ...parts: readonly string[]) =>
  setting.key.length === parts.length && setting.key.every((part, i) => part.toLowerCase() === parts[i]!.toLowerCase());
