import type { Provider } from '../../../engine/facts/schema/provider.ts';
import type { Defaults, NewColumn } from './new-columns.ts';

/** What a migration's two files are written from. */
export interface MigrationDraft {
  readonly id: string; // timestamp and name
  readonly className: string;
  readonly namespace: string;
  readonly hasDocComments: boolean; // from EF 7 on
  readonly table: string;
  readonly schema: string | null;
  readonly columns: readonly NewColumn[];
  readonly defaults: Defaults;
  readonly charSet: string | null; // Pomelo's annotation on strings
}

/** As EF's scaffolder writes it, with `\n`. */
export function migrationText(draft: MigrationDraft): string {
  const { className, namespace, hasDocComments, columns } = draft;
  const doc = (indent: string) => (hasDocComments ? `${indent}/// <inheritdoc />\n` : '');
  return `using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ${namespace}
{
${doc('    ')}    public partial class ${className} : Migration
    {
${doc('        ')}        protected override void Up(MigrationBuilder migrationBuilder)
        {
${columns.map((column) => addColumn(column, draft)).join('\n\n')}
        }

${doc('        ')}        protected override void Down(MigrationBuilder migrationBuilder)
        {
${columns.map((column) => dropColumn(column, draft)).join('\n\n')}
        }
    }
}
`;
}

const callIndent = ' '.repeat(12);
const argumentIndent = ' '.repeat(16);

function addColumn(column: NewColumn, draft: MigrationDraft): string {
  const value = defaultValue(column, draft.defaults);
  const annotation = column.clrType === 'string' && draft.charSet !== null;
  return [
    `${callIndent}migrationBuilder.AddColumn<${column.clrType}>(\n`,
    listed([
      ...place(column, draft),
      `type: ${literal(column.type)}`,
      ...(column.maxLength === null ? [] : [`maxLength: ${column.maxLength}`]),
      `nullable: ${column.isNullable}`,
      ...(value === null ? [] : [`defaultValue: ${value}`]),
    ]),
    annotation ? `\n${argumentIndent}.Annotation("MySql:CharSet", ${literal(draft.charSet ?? '')});` : ';',
  ].join('');
}

const dropColumn = (column: NewColumn, draft: MigrationDraft) =>
  `${callIndent}migrationBuilder.DropColumn(\n${listed(place(column, draft))};`;

const place = ({ name }: NewColumn, { table, schema }: MigrationDraft) => [
  `name: ${literal(name)}`,
  ...(schema === null ? [] : [`schema: ${literal(schema)}`]),
  `table: ${literal(table)}`,
];

const listed = (values: readonly string[]) => `${values.map((value) => `${argumentIndent}${value}`).join(',\n')})`;

const literal = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

function defaultValue({ property }: NewColumn, defaults: Defaults): string | null {
  switch (property) {
    case 'DPoPClockSkew':
      return `new TimeSpan(0, 0, ${defaults === 'model' ? 5 : 0}, 0, 0)`;
    case 'DPoPValidationMode':
      return defaults === 'model' ? '1' : '0';
    case 'InitiateLoginUri':
      return null;
    case 'RequireDPoP':
      return 'false';
  }
}

/** Only Pomelo says it, and the migration that made the neighbour shows what. Where none does, Pomelo's own default. */
export function charSetOf(provider: Provider, migrations: readonly string[], neighbour: string): string | null {
  if (provider !== 'mysql') return null;
  const column = new RegExp(
    `(?:\\b${neighbour} = table\\.Column<string>\\(|AddColumn<string>\\(\\s*name: "${neighbour}",)(?:(?! = table\\.Column<|;)[\\s\\S])*`,
  );
  const made = migrations.flatMap((text) => column.exec(text)?.[0] ?? [])[0];
  return made === undefined ? 'utf8mb4' : (/\.Annotation\("MySql:CharSet", "(\w+)"\)/.exec(made)?.[1] ?? null);
}
