import type { NewColumn } from '../new-columns.ts';
import { type Dialect, type HistoryRow, modeOf, type ScriptSubject, skewOf, sqlText } from './subject.ts';

/**
 * SQLite has no way to ask for a column before it adds one. A statement whose column is there fails by itself and changes
 * nothing, the others take effect, and the history row follows what the table then has.
 */
export const sqlite: Dialect = {
  file: 'SQLite',
  notes: {
    up: 'Run it as sqlite3 DATABASE < FILE. SQLite cannot ask whether a column is there: run again, the shell prints "duplicate column name" for each that is, ends with exit code 1, and has changed nothing. A tool that stops at the first error (-bail too) has changed nothing either.',
    down: 'SQLite 3.35 or later; run it as sqlite3 DATABASE < FILE. Run again, the shell prints "no such column" for each that is gone, ends with exit code 1, and has changed nothing. What clients have in these columns is lost.',
  },

  up: (subject) =>
    inTransaction([
      ...subject.columns.map((column) => `ALTER TABLE ${quoted(subject.table)} ADD ${definition(column, subject)};`),
      ...(subject.row ? [insertRow(subject.row, subject)] : []),
    ]),

  down: (subject) =>
    inTransaction([
      ...subject.columns.map(({ name }) => `ALTER TABLE ${quoted(subject.table)} DROP COLUMN ${quoted(name)};`),
      ...(subject.row ? [deleteRow(subject.row, subject)] : []),
    ]),
};

const inTransaction = (statements: readonly string[]) => ['BEGIN;', ...statements, 'COMMIT;'].join('\n\n');

function definition({ property, name, type }: NewColumn, { defaults }: ScriptSubject): string {
  const column = `${quoted(name)} ${type}`;
  switch (property) {
    case 'DPoPClockSkew':
      return `${column} NOT NULL DEFAULT '${skewOf(defaults)}'`;
    case 'DPoPValidationMode':
      return `${column} NOT NULL DEFAULT ${modeOf(defaults)}`;
    case 'InitiateLoginUri':
      return `${column} NULL`;
    case 'RequireDPoP':
      return `${column} NOT NULL DEFAULT 0`;
  }
}

const insertRow = (
  row: HistoryRow,
  subject: ScriptSubject,
) => `INSERT OR IGNORE INTO ${quoted(row.table)} (${row.columns.map(quoted).join(', ')})
SELECT ${sqlText(row.id)}, ${sqlText(row.version)}
WHERE ${columnsThere(subject)} = ${subject.columns.length};`;

const deleteRow = (row: HistoryRow, subject: ScriptSubject) => `DELETE FROM ${quoted(row.table)}
WHERE ${quoted(row.columns[0])} = ${sqlText(row.id)} AND ${columnsThere(subject)} = 0;`;

const columnsThere = ({ table, columns }: ScriptSubject) =>
  `(SELECT COUNT(*) FROM pragma_table_info(${sqlText(table)}) WHERE name IN (${columns.map(({ name }) => sqlText(name)).join(', ')}))`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
