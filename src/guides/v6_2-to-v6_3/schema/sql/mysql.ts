import type { NewColumn } from '../new-columns.ts';
import { type Dialect, type HistoryRow, modeOf, type ScriptSubject, skewOf, sqlText } from './subject.ts';

/** No transaction holds a change of schema here, and MySQL has no `IF NOT EXISTS` for columns: each is looked up on its own. */
export const mySql: Dialect = {
  file: 'MySQL',
  notes: {
    up: 'MySQL and MariaDB commit every change of schema at once. A run that broke off can be run again. A change of metadata from MySQL 8.0.12 and MariaDB 10.3 on.',
    down: 'MySQL and MariaDB commit every change of schema at once. A run that broke off can be run again. What clients have in these columns is lost.',
  },

  up: (subject) =>
    steps([
      ...subject.columns.map((column) => ({
        when: `${columnCount(column.name, subject)} = 0`,
        what: `ALTER TABLE ${quoted(subject.table)} ADD ${definition(column, subject)}`,
      })),
      ...(subject.row ? [{ when: `${tableCount(subject.row.table)} = 1`, what: insertRow(subject.row) }] : []),
    ]),

  down: (subject) =>
    steps([
      ...subject.columns.map(({ name }) => ({
        when: `${columnCount(name, subject)} = 1`,
        what: `ALTER TABLE ${quoted(subject.table)} DROP COLUMN ${quoted(name)}`,
      })),
      ...(subject.row ? [{ when: `${tableCount(subject.row.table)} = 1`, what: deleteRow(subject.row) }] : []),
    ]),
};

const steps = (statements: readonly { readonly when: string; readonly what: string }[]) =>
  statements
    .map(
      ({ when, what }) => `SET @step = (SELECT IF(${when},
    ${sqlText(what)},
    'DO 0'));
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;`,
    )
    .join('\n\n');

const columnCount = (name: string, { table }: ScriptSubject) =>
  `(SELECT COUNT(*) FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ${sqlText(table)} AND COLUMN_NAME = ${sqlText(name)})`;

const tableCount = (table: string) =>
  `(SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ${sqlText(table)})`;

function definition({ property, name, type }: NewColumn, { defaults }: ScriptSubject): string {
  const column = `${quoted(name)} ${type}`;
  switch (property) {
    case 'DPoPClockSkew':
      return `${column} NOT NULL DEFAULT '${skewOf(defaults)}'`;
    case 'DPoPValidationMode':
      return `${column} NOT NULL DEFAULT ${modeOf(defaults)}`;
    case 'InitiateLoginUri':
      return `${column} CHARACTER SET utf8mb4 NULL`;
    case 'RequireDPoP':
      return `${column} NOT NULL DEFAULT FALSE`;
  }
}

const insertRow = (row: HistoryRow) =>
  `INSERT IGNORE INTO ${quoted(row.table)} (${row.columns.map(quoted).join(', ')}) VALUES (${sqlText(row.id)}, ${sqlText(row.version)})`;

const deleteRow = (row: HistoryRow) =>
  `DELETE FROM ${quoted(row.table)} WHERE ${quoted(row.columns[0])} = ${sqlText(row.id)}`;

const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;
