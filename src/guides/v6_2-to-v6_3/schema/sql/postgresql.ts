import type { NewColumn } from '../new-columns.ts';
import { type Dialect, type HistoryRow, modeOf, type ScriptSubject, skewOf, sqlText } from './subject.ts';

/** All in one transaction, which the server undoes as a whole after an error. */
export const postgreSql: Dialect = {
  file: 'PostgreSQL',
  notes: {
    up: 'PostgreSQL 9.6 or later; from 11 on it changes metadata only, before that it writes every row of this table.',
    down: 'What clients have in these columns is lost.',
  },

  up: (subject) =>
    inTransaction([
      ...subject.columns.map(
        (column) => `ALTER TABLE ${place(subject)} ADD COLUMN IF NOT EXISTS ${definition(column, subject)};`,
      ),
      ...(subject.row ? [withHistory(subject.row, insertRow(subject.row))] : []),
    ]),

  down: (subject) =>
    inTransaction([
      ...subject.columns.map(({ name }) => `ALTER TABLE ${place(subject)} DROP COLUMN IF EXISTS ${quoted(name)};`),
      ...(subject.row ? [withHistory(subject.row, deleteRow(subject.row))] : []),
    ]),
};

const inTransaction = (statements: readonly string[]) => ['BEGIN;', ...statements, 'COMMIT;'].join('\n\n');

function definition({ property, name, type }: NewColumn, { defaults }: ScriptSubject): string {
  const column = `${quoted(name)} ${type}`;
  switch (property) {
    case 'DPoPClockSkew':
      return `${column} NOT NULL DEFAULT INTERVAL '${skewOf(defaults)}'`;
    case 'DPoPValidationMode':
      return `${column} NOT NULL DEFAULT ${modeOf(defaults)}`;
    case 'InitiateLoginUri':
      return `${column} NULL`;
    case 'RequireDPoP':
      return `${column} NOT NULL DEFAULT FALSE`;
  }
}

/** A database that EF never migrated has no such table. */
const withHistory = (row: HistoryRow, statement: string) => `DO $row$
BEGIN
    IF to_regclass(${sqlText(place(row))}) IS NOT NULL THEN
${statement.replace(/^/gm, '        ')}
    END IF;
END $row$;`;

const insertRow = (row: HistoryRow) => `INSERT INTO ${place(row)} (${row.columns.map(quoted).join(', ')})
SELECT ${sqlText(row.id)}, ${sqlText(row.version)}
WHERE NOT EXISTS (SELECT 1 FROM ${place(row)} WHERE ${quoted(row.columns[0])} = ${sqlText(row.id)});`;

const deleteRow = (row: HistoryRow) => `DELETE FROM ${place(row)}
WHERE ${quoted(row.columns[0])} = ${sqlText(row.id)};`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const place = ({ schema, table }: { schema: string | null; table: string }) =>
  schema === null ? quoted(table) : `${quoted(schema)}.${quoted(table)}`;
