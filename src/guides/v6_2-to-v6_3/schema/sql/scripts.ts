import type { Provider } from '../../../../engine/facts/schema/provider.ts';
import type { Script } from '../../../../engine/rules/finding.ts';
import { mySql } from './mysql.ts';
import { oracle } from './oracle.ts';
import { postgreSql } from './postgresql.ts';
import { sqlServer } from './sql-server.ts';
import { sqlite } from './sqlite.ts';
import type { Dialect, ScriptSubject } from './subject.ts';

const dialects: Readonly<Partial<Record<Provider, Dialect>>> = {
  sqlserver: sqlServer,
  npgsql: postgreSql,
  mysql: mySql,
  sqlite,
  oracle,
};

/** There and back. `label` tells apart what has the same context and provider. None for a database that we don't know. */
export function schemaScripts(provider: Provider, subject: ScriptSubject, label: string): Script[] {
  const dialect = dialects[provider];
  // SQLite leaves schemas out of names; with Pomelo what becomes of one is up to the team's options.
  if (!dialect || (subject.schema !== null && provider === 'mysql')) return [];
  const stem = `${label}.${dialect.file}.clients`;
  return [
    {
      name: `${stem}-6.2-to-6.3.up.sql`,
      title: 'SQL up',
      text: script('from 6.2 to 6.3', dialect.notes.up, dialect.up(subject), subject),
    },
    {
      name: `${stem}-6.3-to-6.2.down.sql`,
      title: 'SQL down',
      text: script('back from 6.3 to 6.2', dialect.notes.down, dialect.down(subject), subject),
    },
  ];
}

const script = (way: string, note: string, statements: string, subject: ScriptSubject) =>
  `-- Duende IdentityServer ${way}: the clients table of ${subject.context}.
${history(subject)}
-- It may be run again: what is done already is left as it is.
-- ${note}

${statements}
`;

const history = ({ row }: ScriptSubject) =>
  row
    ? `-- The same as the migration ${row.id}, whose row in ${row.table} comes and goes with it.`
    : "-- No row is written to EF's history: if you also make a migration for these columns, take only one of the two.";
