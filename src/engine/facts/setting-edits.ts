import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { indentUnit } from '../csharp/insertions.ts';
import type { Change } from '../workspace/change.ts';
import type { SourceFile } from '../workspace/workspace.ts';

/**
 * One setting more, first in its section, so that no other line changes. `value` is JSON. Empty where the section isn't one object
 * with something in it, or where the file can't be read as JSON with comments and trailing commas.
 */
export function addSetting(
  file: SourceFile,
  section: readonly string[],
  key: readonly string[],
  value: string,
): readonly Change[] {
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { allowTrailingComma: true });
  const object =
    errors.length === 0 ? section.reduce<Node | null>((node, name) => childNamed(node, name), root ?? null) : null;
  return object ? addTo(object, file, key, value) : [];
}

function addTo(object: Node, file: SourceFile, [name, ...rest]: readonly string[], value: string): readonly Change[] {
  const [first] = object.type === 'object' ? (object.children ?? []) : [];
  if (!first || name === undefined) return [];
  if (propertiesOf(object, name).length > 0) {
    const inner = childNamed(object, name);
    return inner && rest.length > 0 ? addTo(inner, file, rest, value) : [];
  }
  const open = object.offset + 1;
  const gap = file.text.slice(open, first.offset);
  const line = gap.indexOf('\n');
  const isBlock = line >= 0;
  if (/\/\*/.test(isBlock ? gap.slice(0, line) : gap)) return [];
  const at = isBlock ? open + line + 1 : open;
  const indent = isBlock ? /[^\S\n]*$/.exec(gap)![0] : '';
  const member = written([name, ...rest], value, isBlock ? { indent, unit: indentUnit(file.text) } : null);
  return [
    {
      kind: 'insert',
      path: file.path,
      slot: `${file.path}@${object.offset}:settings`,
      at: { start: at, end: at },
      open: '',
      key: name,
      text: isBlock ? `${indent}${member},\n` : ` ${member},`,
      close: '',
    },
  ];
}

/** `"A": 1`, or `"A": { "B": 1 }`; on lines of its own with a layout. */
function written(
  [name, ...rest]: readonly string[],
  value: string,
  lines: { readonly indent: string; readonly unit: string } | null,
): string {
  if (rest.length === 0) return `${JSON.stringify(name)}: ${value}`;
  const inner = lines && { ...lines, indent: lines.indent + lines.unit };
  const member = written(rest, value, inner);
  return `${JSON.stringify(name)}: ${lines ? `{\n${inner!.indent}${member}\n${lines.indent}}` : `{ ${member} }`}`;
}

/** Keys have no case. null where there is none, or more than one. */
function childNamed(object: Node | null, name: string): Node | null {
  const [only, ...others] = propertiesOf(object, name);
  return others.length === 0 ? (only?.children?.[1] ?? null) : null;
}

const propertiesOf = (object: Node | null, name: string) =>
  object?.type === 'object'
    ? (object.children ?? []).filter(
        ({ children: [key] = [] }) => String(key?.value).toLowerCase() === name.toLowerCase(),
      )
    : [];
