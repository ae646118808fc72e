// The schema scripts on real databases, beside EF's own: same schema, same rows, there and back, twice, and after a break.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';
import { mariaDb, postgres, sqlite } from './servers.mjs';

const cases = join(root, 'src/testing/solutions/cases/schema');
const { test, skip, end } = tally();

await onServer('PostgreSQL', postgres, ['npgsql-ef8', 'derived-generic-separate-project-npgsql-ef8']);
await onServer('SQLite', sqlite, ['sqlite-ef6']);
await onServer('MariaDB', mariaDb, ['mysql-ef8']);
end();

async function onServer(name, start, solutions) {
  const server = await start();
  if (!server) return skip(`${name} is not installed`);
  try {
    for (const solution of solutions) scriptsOf(`${name}, ${solution}`, server, solution);
  } finally {
    await server.stop();
  }
}

function scriptsOf(name, server, solution) {
  const { up, down, tables } = scriptsFor(solution);
  const efs = (file) => readFileSync(join(cases, solution, 'sql', file), 'utf8').replace(/^\ufeff/, '');
  let count = 0;
  const fresh = () => {
    const database = `d${solution.replace(/\W/g, '')}${count++}`;
    server.create(database);
    must(server.run(database, efs('before.sql')));
    must(server.run(database, clientWith(server, database)));
    return database;
  };
  const state = (database) => ({
    columns: server.rows(database, server.columns),
    indexes: server.rows(database, server.indexes),
    clients: server.rows(database, `SELECT * FROM ${tables.clients} ORDER BY 1`),
  });
  const ids = (database) => server.rows(database, `SELECT ${tables.id} FROM ${tables.history} ORDER BY 1`);
  const before = state(fresh());
  const reference = fresh();
  must(server.run(reference, efs('up.sql')));
  const wanted = state(reference);
  const idsWanted = (database) => same(ids(database).length, ids(reference).length);
  // SQLite can't ask for a column: a second run says of each that it is there, and does nothing.
  const again = (database, text) => (server.kill ? must(server.run(database, text)) : server.run(database, text));

  test(`${name}: up leaves what EF's script leaves, also when it runs twice`, () => {
    const database = fresh();
    must(server.run(database, up));
    same(state(database), wanted);
    idsWanted(database);
    again(database, up);
    same(state(database), wanted);
    idsWanted(database);
  });

  test(`${name}: down brings back schema, rows and history, also when it runs twice`, () => {
    const database = fresh();
    must(server.run(database, up));
    must(server.run(database, down));
    same(state(database), before);
    same(ids(database).length, ids(reference).length - 1);
    again(database, down);
    same(state(database), before);
  });

  test(`${name}: down takes back what EF's script did, but for its row`, () => {
    const database = fresh();
    must(server.run(database, efs('up.sql')));
    must(server.run(database, down));
    same(state(database), before);
  });

  test(`${name}: up goes on where a connection was cut between two statements`, () => {
    const database = fresh();
    const [head] = splitBehind(up, 'DPoPValidationMode');
    server.run(database, `${head}\n${server.kill ?? ''}`);
    again(database, up);
    same(state(database), wanted);
    idsWanted(database);
  });

  test(`${name}: down goes on where a connection was cut between two statements`, () => {
    const database = fresh();
    must(server.run(database, up));
    const [head] = splitBehind(down, 'DPoPValidationMode');
    server.run(database, `${head}\n${server.kill ?? ''}`);
    again(database, down);
    same(state(database), before);
  });

  test(`${name}: up adds what is missing where someone has added a column by hand`, () => {
    const database = fresh();
    const byHand = efs('up.sql').match(/ALTER TABLE [^;]*InitiateLoginUri[^;]*;/)[0];
    must(server.run(database, byHand));
    again(database, up);
    const sorted = ({ columns, indexes }) => ({ columns: columns.toSorted(), indexes });
    same(sorted(state(database)), sorted(wanted));
    idsWanted(database);
  });
}

/** What the command line writes when the migration is taken. */
function scriptsFor(solution) {
  const out = mkdtempSync(join(tmpdir(), 'wizard-sql-'));
  const input = join(cases, solution, 'before');
  const { stderr } = spawnSync('node', ['scripts/cli.mjs', input, '--accept', 'all', '--sql', out], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = readdirSync(out);
  const read = (end) => readFileSync(join(out, files.find((file) => file.endsWith(end)) ?? fail(stderr)), 'utf8');
  const [up, down] = [read('.up.sql'), read('.down.sql')];
  rmSync(out, { recursive: true });
  const quote = up.includes('`') ? '`' : '"';
  const quoted = (text) => `${quote}${text}${quote}`;
  return {
    up,
    down,
    tables: { clients: quoted('Clients'), history: quoted('__EFMigrationsHistory'), id: quoted('MigrationId') },
  };
}

const fail = (text) => {
  throw new Error(`no script was written: ${text}`);
};

/** A client with something in every column that needs it. */
function clientWith(server, database) {
  const columns = server.rows(database, server.columns).map((row) => row.split(/[|\t]/));
  const needed = columns.filter(([name, ...rest]) => name !== 'Id' && (rest.includes('NO') || rest[1] === '1'));
  const quote = server.columns.includes('COLUMN_TYPE') ? '`' : '"';
  const value = ([name, type]) => {
    if (/Created/.test(name)) return "'2023-05-06 07:08:09'";
    if (/bool/.test(type)) return 'true';
    return /char|TEXT/i.test(type) ? `'${name} O''Hara ü'` : '7';
  };
  return `INSERT INTO ${quote}Clients${quote} (${needed.map(([name]) => `${quote}${name}${quote}`).join(', ')}) VALUES (${needed.map(value).join(', ')});`;
}

/** After the statement that names the column, where the next begins with an empty line. */
function splitBehind(text, column) {
  const parts = text.split('\n\n');
  const at = parts.findIndex((part) => !part.startsWith('--') && part.includes(column));
  return [parts.slice(0, at + 1).join('\n\n'), parts.slice(at + 1).join('\n\n')];
}

function must({ code, output }) {
  if (code !== 0 || /error/i.test(output)) throw new Error(output);
}

function same(actual, expected) {
  const [a, b] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (a === b) return;
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  throw new Error(`expected ${y.slice(at, at + 3).join(' ')}\n     got ${x.slice(at, at + 3).join(' ')}`);
}
