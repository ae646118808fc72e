import type { SnapshotForm } from '../../../engine/facts/schema/snapshot-form.ts';
import { applyEdits, bySpan, type SpanEdit } from '../../../engine/text/edits.ts';
import type { MigrationDraft } from './migration-text.ts';

const migrations = 'Microsoft.EntityFrameworkCore.Migrations';

/** The new snapshot as a migration's target model: the same text but for its head. With `\n`. */
export function designerText(
  snapshot: string,
  form: SnapshotForm,
  added: readonly SpanEdit[],
  { id, className, namespace, hasDocComments }: MigrationDraft,
): string {
  const { declaration, indent, method } = form;
  const methodIndent = snapshot.slice(snapshot.lastIndexOf('\n', method.start) + 1, method.start);
  const edits: SpanEdit[] = [
    ...usingEdit(form),
    { span: form.namespace.span, newText: namespace },
    { span: declaration, newText: `[Migration("${id}")]\n${indent}partial class ${className}` },
    {
      span: method,
      newText: `${hasDocComments ? `/// <inheritdoc />\n${methodIndent}` : ''}protected override void BuildTargetModel(`,
    },
    ...added,
  ];
  const text = applyEdits(snapshot, edits.toSorted(bySpan)).replaceAll('\r\n', '\n').replace(/^\t+/gm, spaces);
  return form.namespace.isFileScoped ? inBlockNamespace(text) : text;
}

/** EF writes no tabs, whatever became of the snapshot. */
const spaces = (tabs: string) => '    '.repeat(tabs.length);

/** In ordinal place, with `System` before all. */
function usingEdit({ usings, usingsEnd }: SnapshotForm): SpanEdit[] {
  if (usings.some(({ namespace }) => namespace === migrations)) return [];
  const at = usings.find(({ namespace }) => !isSystem(namespace) && namespace > migrations)?.start ?? usingsEnd;
  return [{ span: { start: at, end: at }, newText: `using ${migrations};\n` }];
}

const isSystem = (namespace: string) => namespace === 'System' || namespace.startsWith('System.');

/** EF never writes a file-scoped namespace, whatever became of the snapshot. */
function inBlockNamespace(text: string): string {
  const [, head, name, body] = /^([\s\S]*^namespace [\w.]+);[ \t]*\n(\n?)([\s\S]*)$/m.exec(text) ?? [];
  if (head === undefined || name === undefined || body === undefined) return text;
  const indented = body.trimEnd().replace(/^(?!#pragma)(?=.)/gm, '    ');
  return `${head}\n{\n${indented}\n}\n`;
}
