// The schema scripts on real databases, beside EF's own: same schema, same rows, there and back, twice, and after a break.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';
import { clientsIn, clientWith, historyIn, must, same } from '../servers/clients.mjs';
import { mariaDb, postgres, sqlite } from '../servers/servers.mjs';

const cases = join(root, 'src/testing/solutions/cases/schema');
const { test: tallied, skip, end } = tally();
/** Between tests, an interrupt is heard. */
const test = async (name, body) => {
  await setImmediate();
  tallied(name, body);
};

await onServer('PostgreSQL', postgres, ['npgsql-ef8', 'derived-generic-separate-project-npgsql-ef8']);
await onServer('SQLite', sqlite, ['sqlite-ef6']);
await onServer('MariaDB', mariaDb, ['mysql-ef8']);
end();

async function onServer(name, start, solutions) {
  const server = await start();
  if (typeof server === 'string') return skip(server);
  try {
    for (const solution of solutions) await scriptsOf(`${name}, ${solution}`, server, solution);
  } finally {
    await server.stop();
  }
}

async function scriptsOf(name, server, solution) {
  const { up, down } = scriptsFor(solution);
  const efs = (file) => readFileSync(join(cases, solution, 'sql', file), 'utf8').replace(/^\ufeff/, '');
  let count = 0;
  const fresh = () => {
    const database = `d${solution.replace(/\W/g, '')}${count++}`;
    server.create(database);
    must(server.run(database, efs('before.sql')));
    must(server.run(database, clientWith(server, database)));
    return database;
  };
  const state = (database) => clientsIn(server, database);
  const ids = (database) => historyIn(server, database);
  const before = state(fresh());
  const reference = fresh();
  must(server.run(reference, efs('up.sql')));
  const wanted = state(reference);
  const idsWanted = (database) => same(ids(database).length, ids(reference).length); // EF's has another name
  // SQLite can't ask for a column: a second run says of each that it is there, and does nothing.
  const again = (database, text) =>
    server.isConditional ? must(server.run(database, text)) : server.run(database, text);

  await test(`${name}: up leaves what EF's script leaves, also when it runs twice`, () => {
    const database = fresh();
    must(server.run(database, up));
    same(state(database), wanted);
    idsWanted(database);
    again(database, up);
    same(state(database), wanted);
    idsWanted(database);
  });

  if (!server.isConditional) await saidTwice(name, server, { fresh, state, up, down });

  await test(`${name}: down brings back schema, rows and history, also when it runs twice`, () => {
    const database = fresh();
    must(server.run(database, up));
    must(server.run(database, down));
    same(state(database), before);
    same(ids(database).length, ids(reference).length - 1);
    again(database, down);
    same(state(database), before);
  });

  await test(`${name}: down takes back what EF's script did, but for its row`, () => {
    const database = fresh();
    must(server.run(database, efs('up.sql')));
    must(server.run(database, down));
    same(state(database), before);
  });

  await test(`${name}: up goes on where a connection was cut between two statements`, () => {
    const database = fresh();
    const [head] = splitBehind(up, 'DPoPValidationMode');
    server.run(database, `${head}\n${server.kill ?? ''}`);
    again(database, up);
    same(state(database), wanted);
    idsWanted(database);
  });

  await test(`${name}: down goes on where a connection was cut between two statements`, () => {
    const database = fresh();
    must(server.run(database, up));
    const [head] = splitBehind(down, 'DPoPValidationMode');
    server.run(database, `${head}\n${server.kill ?? ''}`);
    again(database, down);
    same(state(database), before);
  });

  await test(`${name}: up adds what is missing where someone has added a column by hand`, () => {
    const database = fresh();
    const byHand = efs('up.sql').match(/ALTER TABLE [^;]*InitiateLoginUri[^;]*;/)[0];
    must(server.run(database, byHand));
    again(database, up);
    const sorted = ({ columns, indexes }) => ({ columns: columns.toSorted(), indexes });
    same(sorted(state(database)), sorted(wanted));
    idsWanted(database);
  });
}

/** What the head of SQLite's scripts says of a second run, with its shell and with a tool that stops. */
async function saidTwice(name, server, { fresh, state, up, down }) {
  await test(`${name}: a second run says what the script says it will, and changes nothing`, () => {
    const database = fresh();
    for (const [text, error] of [
      [up, /duplicate column name: \w+/],
      [down, /no such column: "*\w+/],
    ]) {
      must(server.run(database, `.bail on\n${text}`));
      const done = state(database);
      for (const [first, times] of [
        ['', 4],
        ['.bail on', 1],
      ]) {
        const { code, output } = server.run(database, `${first}\n${text}`);
        same(code, 1);
        const errors = output.split('\n').filter((line) => /^\S.*error/i.test(line)); // the others show where;
        same([errors.length, errors.every((line) => error.test(line))], [times, true]);
        same(state(database), done);
      }
    }
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
  return { up, down };
}

const fail = (text) => {
  throw new Error(`no script was written: ${text}`);
};

/** After the statement that names the column, where the next begins with an empty line. */
function splitBehind(text, column) {
  const parts = text.split('\n\n');
  const at = parts.findIndex((part) => !part.startsWith('--') && part.includes(column));
  return [parts.slice(0, at + 1).join('\n\n'), parts.slice(at + 1).join('\n\n')];
}
