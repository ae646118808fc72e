import type { Span } from '../text/span.ts';
import type { Change, Insertion } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import type { Unit } from './declarations.ts';
import type { CodeBody, Statement } from './invocation-types.ts';
import { childrenOfType, field, namedChildren } from './syntax.ts';

/** Spans where nothing may be inserted are for the caller to refuse; here is only where text goes and how it is laid out. */
export function addToBody(file: SourceFile, body: CodeBody, statement: Statement): readonly Change[] {
  const slot = `${file.path}@${body.span.start}:statements`;
  if (body.isBlock && body.endsEarly) return addToStart(file, body, statement, `${slot}-first`);
  return body.isBlock ? addToBlock(file, body, statement, slot) : addToExpression(file, body, statement, slot);
}

function addToBlock(
  file: SourceFile,
  { span, last }: CodeBody,
  { key, text }: Statement,
  slot: string,
): readonly Change[] {
  const brace = span.end - 1;
  const inside = file.text.slice(span.start + 1, brace);
  const lineStart = startOfLine(file.text, brace);
  const isOwnLine = lineStart > span.start && file.text.slice(lineStart, brace).trim() === '';
  if (isOwnLine) {
    const indent = last ? indentAt(file.text, last.start) : indentAt(file.text, brace) + indentUnit(file.text);
    return [insertion(file.path, slot, { start: lineStart, end: lineStart }, key, `${indent}${text}\n`)];
  }
  const at = span.start + 1 + inside.trimEnd().length;
  const end = inside.trim() === '' ? brace : at;
  if (inside.trim() !== '' || !file.text.slice(span.start, span.end).includes('\n'))
    return [
      { ...insertion(file.path, slot, { start: at, end }, key, ` ${text}`), close: inside.trim() === '' ? ' ' : '' },
    ];
  return [];
}

function addToStart(
  file: SourceFile,
  { span, last }: CodeBody,
  { key, text }: Statement,
  slot: string,
): readonly Change[] {
  const at = span.start + 1;
  const nextLine = endOfLine(file.text, at);
  if (file.text.slice(at, nextLine).trim() !== '')
    return [insertion(file.path, slot, { start: at, end: at }, key, ` ${text}`)];
  const indent = last ? indentAt(file.text, last.start) : '';
  return [insertion(file.path, slot, { start: nextLine, end: nextLine }, key, `${indent}${text}\n`)];
}

/** `o => o.X = 1` becomes a block: the two braces are the same for every statement added, and count once. */
function addToExpression(
  file: SourceFile,
  { span, arrow }: CodeBody,
  { key, text }: Statement,
  slot: string,
): readonly Change[] {
  const indent = indentAt(file.text, arrow.start);
  const inner = indent + indentUnit(file.text);
  return [
    { kind: 'edit', path: file.path, span: { start: arrow.end, end: span.start }, newText: `\n${indent}{\n${inner}` },
    {
      kind: 'insert',
      path: file.path,
      slot,
      at: { start: span.end, end: span.end },
      open: ';\n',
      key,
      text: `${inner}${text}\n`,
      close: `${indent}}`,
    },
  ];
}

/** The only argument of a call that has none: `options => { … }`. `at` is what stands between the parentheses. */
export function addLambda(
  file: SourceFile,
  call: { readonly nameStart: number; readonly at: { start: number; end: number } },
  parameter: string,
  { key, text }: Statement,
): readonly Change[] {
  const indent = indentAt(file.text, call.nameStart);
  return [
    {
      kind: 'insert',
      path: file.path,
      slot: `${file.path}@${call.at.start}:lambda`,
      at: call.at,
      open: `${parameter} =>\n${indent}{\n`,
      key,
      text: `${indent}${indentUnit(file.text)}${text}\n`,
      close: `${indent}}`,
    },
  ];
}

/** Statements after the one that ends at `after`, all in one call: `services.Configure<T>(options => { … });`. */
export function addCallAfter(
  file: SourceFile,
  after: { readonly start: number; readonly end: number },
  call: string,
  parameter: string,
  { key, text }: Statement,
): readonly Change[] {
  const indent = indentAt(file.text, after.start);
  return [
    {
      kind: 'insert',
      path: file.path,
      slot: `${file.path}@${after.end}:after`,
      at: { start: after.end, end: after.end },
      open: `\n${indent}${call}(${parameter} =>\n${indent}{\n`,
      key,
      text: `${indent}${indentUnit(file.text)}${text}\n`,
      close: `${indent}});`,
    },
  ];
}

/** A method as the last member of the type whose name is at `name`, laid out as its other members are. */
export function addMethod(unit: Unit, name: Span, text: string): readonly Change[] {
  const { file } = unit.parsed;
  const declaration = unit.types.find(({ identifier }) => identifier.startIndex === name.start);
  const body = declaration && field(declaration.node, 'body');
  if (!body) return [];
  const brace = body.endIndex - 1;
  const start = startOfLine(file.text, brace);
  const last = namedChildren(body).at(-1);
  const isOwnLine = start > body.startIndex && file.text.slice(start, brace).trim() === '';
  if (!isOwnLine || last?.type.startsWith('preproc_')) return [];
  const indent = last ? indentAt(file.text, last.startIndex) : indentAt(file.text, brace) + indentUnit(file.text);
  const slot = `${file.path}@${body.startIndex}:members`;
  return [insertion(file.path, slot, { start, end: start }, text, `${last ? '\n' : ''}${indent}${text}\n`)];
}

/** A `using` where the file's other ones stand: in their order where they are sorted, else behind them. */
export function addUsing(unit: Unit, namespace: string): readonly Change[] {
  const { file } = unit.parsed;
  const text = `using ${namespace};`;
  const own = namedChildren(unit.root).filter((node) => node.type === 'using_directive');
  const plain = own.filter(
    (node) => !field(node, 'name') && !node.children.some((c) => c?.type === 'static' || c?.type === 'global'),
  );
  const lines = plain.map((node) => ({ node, name: node.text.replace(/^using\s+/, '').replace(/\s*;$/, '') }));
  const before = isSorted(lines.map(({ name }) => name))
    ? lines.findLast(({ name }) => order(name, namespace) < 0)
    : lines.at(-1);
  if (before)
    return [
      using(
        file,
        endOfLine(file.text, before.node.endIndex),
        namespace,
        `${indentAt(file.text, before.node.startIndex)}${text}\n`,
      ),
    ];
  if (lines[0]) return [using(file, startOfLine(file.text, lines[0].node.startIndex), namespace, `${text}\n`)];
  const last = own.at(-1);
  if (last) return [using(file, endOfLine(file.text, last.endIndex), namespace, `${text}\n`)];
  const inNamespace = unit.scopes.length > 1 ? usingsInside(unit) : undefined;
  if (inNamespace)
    return [
      using(
        file,
        endOfLine(file.text, inNamespace.endIndex),
        namespace,
        `${indentAt(file.text, inNamespace.startIndex)}${text}\n`,
      ),
    ];
  const first = namedChildren(unit.root).find((node) => node.type !== 'comment' && !node.type.startsWith('preproc_'));
  const at = first ? startOfLine(file.text, first.startIndex) : 0;
  return [{ ...using(file, at, namespace, `${text}\n`), close: '\n' }];
}

const usingsInside = (unit: Unit) => {
  const scope = unit.scopes[1]!;
  const node = unit.root.descendantForIndex(scope.range.start);
  const holder =
    node && ['namespace_declaration', 'file_scoped_namespace_declaration'].includes(node.type) ? node : node?.parent;
  const body = holder && (field(holder, 'body') ?? holder);
  return body ? childrenOfType(body, 'using_directive').at(-1) : undefined;
};

const using = (file: SourceFile, at: number, namespace: string, text: string): Insertion => {
  const isOpenEnd = at > 0 && file.text[at - 1] !== '\n';
  return {
    ...insertion(
      file.path,
      `${file.path}@${at}:usings`,
      { start: at, end: at },
      namespace,
      isOpenEnd ? `\n${text.replace(/\n$/, '')}` : text,
    ),
  };
};

const insertion = (
  path: FilePath,
  slot: string,
  at: { start: number; end: number },
  key: string,
  text: string,
): Insertion => ({
  kind: 'insert',
  path,
  slot,
  at,
  open: '',
  key,
  text,
  close: '',
});

/** `System` first, as the IDE sorts; then by code units. */
const order = (a: string, b: string) => {
  const system = (name: string) => (/^System(\.|$)/.test(name) ? 0 : 1);
  return system(a) - system(b) || (a < b ? -1 : a > b ? 1 : 0);
};
const isSorted = (names: readonly string[]) => names.every((name, i) => i === 0 || order(names[i - 1]!, name) <= 0);

export const startOfLine = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
export const endOfLine = (text: string, offset: number) => {
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
};
export const indentAt = (text: string, offset: number) => /^[ \t]*/.exec(text.slice(startOfLine(text, offset)))![0];
/** What one level of indentation is in this file: a tab, or as many spaces as its least indented line has. */
export const indentUnit = (text: string) => {
  if (/^\t/m.test(text)) return '\t';
  const widths = [...text.matchAll(/^( +)\S/gm)].map(([, spaces]) => spaces!.length).filter((n) => n >= 2);
  const least = widths.length > 0 ? Math.min(...widths) : 4;
  return ' '.repeat(least <= 8 ? least : 4);
};
