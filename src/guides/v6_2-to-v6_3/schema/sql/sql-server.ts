import type { NewColumn } from '../new-columns.ts';
import { type Dialect, type HistoryRow, modeOf, type ScriptSubject, skewOf, sqlText } from './subject.ts';

/** One batch in one transaction; an error anywhere undoes all of it. Adding such columns changes metadata only. */
export const sqlServer: Dialect = {
  file: 'SqlServer',
  notes: {
    up: 'Constant defaults and a nullable column: a change of metadata on SQL Server Enterprise and Azure SQL. Other editions write every row of this table, which is small.',
    down: 'What clients have in these columns is lost.',
  },

  up: (subject) =>
    inTransaction([
      ...subject.columns.map(
        (column) =>
          `IF COL_LENGTH(${unicode(place(subject))}, ${unicode(column.name)}) IS NULL\n    ALTER TABLE ${place(subject)} ADD ${definition(column, subject)};`,
      ),
      ...(subject.row ? [insertRow(subject.row)] : []),
    ]),

  down: (subject) =>
    inTransaction([
      dropDefaults(subject),
      ...subject.columns.map(
        ({ name }) =>
          `IF COL_LENGTH(${unicode(place(subject))}, ${unicode(name)}) IS NOT NULL\n    ALTER TABLE ${place(subject)} DROP COLUMN ${quoted(name)};`,
      ),
      ...(subject.row ? [deleteRow(subject.row)] : []),
    ]),
};

const inTransaction = (statements: readonly string[]) =>
  ['SET XACT_ABORT ON;', 'BEGIN TRANSACTION;', ...statements, 'COMMIT;'].join('\n\n');

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
      return `${column} NOT NULL DEFAULT CAST(0 AS ${type})`;
  }
}

/** Default constraints have names that the server made up. */
const dropDefaults = (subject: ScriptSubject) => `DECLARE @drop nvarchar(max) = N'';
SELECT @drop = @drop + N'ALTER TABLE ${place(subject).replaceAll("'", "''")} DROP CONSTRAINT ' + QUOTENAME([d].[name]) + N'; '
FROM [sys].[default_constraints] AS [d]
INNER JOIN [sys].[columns] AS [c] ON [d].[parent_object_id] = [c].[object_id] AND [d].[parent_column_id] = [c].[column_id]
WHERE [d].[parent_object_id] = OBJECT_ID(${unicode(place(subject))})
  AND [c].[name] IN (${subject.columns.map(({ name }) => unicode(name)).join(', ')});
EXEC sp_executesql @drop;`;

const insertRow = (row: HistoryRow) => `IF OBJECT_ID(${unicode(place(row))}) IS NOT NULL
    AND NOT EXISTS (SELECT * FROM ${place(row)} WHERE ${quoted(row.columns[0])} = ${unicode(row.id)})
    INSERT INTO ${place(row)} (${row.columns.map(quoted).join(', ')})
    VALUES (${unicode(row.id)}, ${unicode(row.version)});`;

const deleteRow = (row: HistoryRow) => `IF OBJECT_ID(${unicode(place(row))}) IS NOT NULL
    DELETE FROM ${place(row)}
    WHERE ${quoted(row.columns[0])} = ${unicode(row.id)};`;

const quoted = (name: string) => `[${name.replaceAll(']', ']]')}]`;
const unicode = (text: string) => `N${sqlText(text)}`;
const place = ({ schema, table }: { schema: string | null; table: string }) =>
  schema === null ? quoted(table) : `${quoted(schema)}.${quoted(table)}`;
