import type { Provider } from './provider.ts';

/** What a snapshot may say of a table beside its columns, and EF, when it was tried, adds a column to it as to any other. */
const tried = new Set([
  'Property',
  'HasKey',
  'HasAlternateKey',
  'HasIndex',
  'Navigation',
  'ToTable',
  'ToView',
  'HasComment',
  'HasCheckConstraint',
  'HasTrigger',
  'HasDiscriminator',
  'UseTphMappingStrategy',
  'IsMemoryOptimized',
  'IsUnlogged',
  'HasCharSet',
]);
const triedAnnotation = /^"(SqlServer:UseSqlOutputClause|Npgsql:StorageParameter:\w+)"/;

const statement = /\b(?:(?:b|t|tb|ttb)\.|\w+EntityTypeBuilderExtensions\.(?=\w+\(b\b))(\w+)(?:<[^>(]*>)?\((\S*)/g;

/**
 * The first statement about the table with which EF writes more for a new column, or less, or with which nobody has tried it: a
 * temporal table, rows given by the model, a table left out of migrations. `block`: the entity's; `head`: what stands before all of them.
 */
export function untriedStatement(block: string, head: string, provider: Provider): string | null {
  // Pomelo repeats the database's collation on every new text.
  if (provider === 'mysql' && /\.UseCollation\(/.test(head)) return 'UseCollation';
  for (const [, name = '', argument = ''] of block.matchAll(statement)) {
    if (name === 'HasAnnotation' ? !triedAnnotation.test(argument) : !tried.has(name)) return name;
  }
  return null;
}
