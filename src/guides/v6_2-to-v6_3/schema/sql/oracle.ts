import type { NewColumn } from '../new-columns.ts';
import { type Dialect, type HistoryRow, modeOf, type ScriptSubject, skewOf, sqlText } from './subject.ts';

/** Every change of schema commits, so each column is looked up on its own. For SQL*Plus, SQLcl and SQL Developer. */
export const oracle: Dialect = {
  file: 'Oracle',
  notes: {
    up: 'Oracle commits every change of schema at once. A run that broke off can be run again. A change of metadata from 11g on.',
    down: 'Oracle commits every change of schema at once. A run that broke off can be run again. What clients have in these columns is lost.',
  },

  up: (subject) =>
    blocks([
      ...subject.columns.map((column) => ({
        ...columnBlock(column, subject),
        ifFound: 0,
        what: `ALTER TABLE ${place(subject)} ADD (${definition(column, subject)})`,
      })),
      ...(subject.row ? [{ ...tableBlock(subject.row), ifFound: 1, what: insertRow(subject.row) }] : []),
    ]),

  down: (subject) =>
    blocks([
      ...subject.columns.map((column) => ({
        ...columnBlock(column, subject),
        ifFound: 1,
        what: `ALTER TABLE ${place(subject)} DROP COLUMN ${quoted(column.name)}`,
      })),
      ...(subject.row ? [{ ...tableBlock(subject.row), ifFound: 1, what: deleteRow(subject.row) }] : []),
    ]),
};

interface Block {
  readonly view: string;
  readonly where: string;
  readonly ifFound: number;
  readonly what: string;
}

const blocks = (parts: readonly Block[]) =>
  parts
    .map(
      ({ view, where, ifFound, what }) => `DECLARE
    found NUMBER;
BEGIN
    SELECT COUNT(*) INTO found FROM ${view} WHERE ${where};
    IF found = ${ifFound} THEN
        EXECUTE IMMEDIATE ${sqlText(what)};
    END IF;
END;
/`,
    )
    .join('\n\n')
    .concat('\n\nCOMMIT;');

type Table = { readonly schema: string | null; readonly table: string };

const columnBlock = ({ name }: NewColumn, subject: ScriptSubject) => ({
  view: view('TAB_COLUMNS', subject),
  where: `${ofTable(subject)} AND COLUMN_NAME = ${sqlText(name)}`,
});

const tableBlock = (row: HistoryRow) => ({ view: view('TABLES', row), where: ofTable(row) });

const view = (name: string, { schema }: Table) => (schema === null ? `USER_${name}` : `ALL_${name}`);

const ofTable = ({ schema, table }: Table) =>
  `${schema === null ? '' : `OWNER = ${sqlText(schema)} AND `}TABLE_NAME = ${sqlText(table)}`;

function definition({ property, name, type }: NewColumn, { defaults }: ScriptSubject): string {
  const column = `${quoted(name)} ${type}`;
  switch (property) {
    case 'DPoPClockSkew':
      return `${column} DEFAULT INTERVAL '0 ${skewOf(defaults)}' DAY TO SECOND NOT NULL`;
    case 'DPoPValidationMode':
      return `${column} DEFAULT ${modeOf(defaults)} NOT NULL`;
    case 'InitiateLoginUri':
      return `${column} NULL`;
    case 'RequireDPoP':
      return `${column} DEFAULT ${type === 'BOOLEAN' ? 'FALSE' : '0'} NOT NULL`;
  }
}

const insertRow = (row: HistoryRow) =>
  `INSERT INTO ${place(row)} (${row.columns.map(quoted).join(', ')}) SELECT ${sqlText(row.id)}, ${sqlText(row.version)} FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM ${place(row)} WHERE ${quoted(row.columns[0])} = ${sqlText(row.id)})`;

const deleteRow = (row: HistoryRow) => `DELETE FROM ${place(row)} WHERE ${quoted(row.columns[0])} = ${sqlText(row.id)}`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const place = ({ schema, table }: Table) => (schema === null ? quoted(table) : `${quoted(schema)}.${quoted(table)}`);
