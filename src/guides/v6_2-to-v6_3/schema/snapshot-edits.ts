import type { PropertyStatement, SnapshotForm } from '../../../engine/facts/schema/snapshot-form.ts';
import type { TextEdit } from '../../../engine/workspace/change.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';
import type { NewColumn } from './new-columns.ts';

/** One edit for each place; what goes to the same place is one edit. */
export function snapshotEdits(path: FilePath, form: SnapshotForm, columns: readonly NewColumn[]): TextEdit[] {
  const byPlace = new Map<number, string>();
  for (const column of columns) {
    const at = placeOf(column, form);
    byPlace.set(at, (byPlace.get(at) ?? '') + blockOf(column, form));
  }
  return [...byPlace].map(([at, newText]) => ({ kind: 'edit', path, span: { start: at, end: at }, newText }));
}

/** By the property's name, ordinal; keys stand first whatever they are called. */
function placeOf({ property }: NewColumn, { properties, keys, propertiesEnd }: SnapshotForm): number {
  const isBehind = ({ name }: PropertyStatement) => !keys.includes(name) && name > property;
  return properties.find(isBehind)?.start ?? propertiesEnd;
}

function blockOf(column: NewColumn, { propertyIndent, callIndent }: SnapshotForm): string {
  const calls = [
    ...(column.maxLength === null ? [] : [`.HasMaxLength(${column.maxLength})`]),
    `.HasColumnType("${column.type}")`,
    ...(column.isRenamed ? [`.HasColumnName("${column.name}")`] : []),
  ];
  return [
    `${propertyIndent}b.Property<${column.clrType}>("${column.property}")\n`,
    `${calls.map((call) => `${callIndent}${call}`).join('\n')};\n`,
    '\n',
  ].join('');
}
