// Throw-away database servers. Each has `run(database, sql)` → { code, output } and `rows(database, sql)` → lines.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;
const folder = (name) => mkdtempSync(join(tmpdir(), `wizard-${name}-`));
const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function call(command, args, input = '') {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return { code: status ?? 1, output: `${stdout}${stderr}`, lines: stdout.split('\n').filter((line) => line !== '') };
}

/** The first server's answer to `text` that isn't an error. */
const shared = (client) => ({
  run: (database, text) => client(database, text),
  rows: (database, text) => {
    const { code, output, lines } = client(database, text);
    if (code !== 0) throw new Error(output);
    return lines;
  },
});

export function sqlite() {
  if (!works('sqlite3', ['--version'])) return null;
  const home = folder('sqlite');
  return {
    ...shared((database, text) => call('sqlite3', [join(home, `${database}.db`)], text)),
    create() {},
    stop: () => rmSync(home, { recursive: true, force: true }),
    columns: `SELECT name, type, "notnull", dflt_value FROM pragma_table_info('Clients') ORDER BY cid`,
    indexes: `SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Clients' ORDER BY name`,
  };
}

export function postgres() {
  const bin = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
    .flatMap((root) => (existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : []))
    .find((path) => existsSync(join(path, 'initdb')));
  if (!bin) return null;
  const home = folder('postgres');
  // PostgreSQL refuses to run as root.
  const as = (command, args) =>
    isRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
      : [command, args];
  if (isRoot) call('chown', ['postgres', home]);
  const data = join(home, 'data');
  must(call(...as(join(bin, 'initdb'), ['-D', data, '-U', 'wizard', '--auth=trust', '-E', 'UTF8', '--no-sync'])));
  const options = `-c listen_addresses= -c unix_socket_directories=${home} -c fsync=off`;
  must(call(...as(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start'])));
  const psql = (database, text) =>
    call('psql', ['-h', home, '-U', 'wizard', '-d', database, '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'], text);
  return {
    ...shared(psql),
    create: (database) => must(psql('postgres', `CREATE DATABASE ${database}`)),
    stop() {
      call(...as(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']));
      rmSync(home, { recursive: true, force: true });
    },
    kill: 'SELECT pg_terminate_backend(pg_backend_pid());',
    columns: `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM information_schema.columns WHERE table_name = 'Clients' ORDER BY ordinal_position`,
    indexes: `SELECT indexdef FROM pg_indexes WHERE tablename = 'Clients' ORDER BY indexname`,
  };
}

export async function mariaDb() {
  const server = ['/usr/sbin/mariadbd', '/usr/sbin/mysqld', '/usr/bin/mariadbd'].find(existsSync);
  if (!server || !works('mariadb', ['--version'])) return null;
  const home = folder('mariadb');
  if (isRoot) call('chown', ['mysql', home]);
  const user = isRoot ? ['--user=mysql'] : [];
  const data = join(home, 'data');
  must(
    call('mariadb-install-db', [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]),
  );
  const socket = join(home, 'socket');
  const child = spawn(
    server,
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      `--pid-file=${join(home, 'pid')}`,
    ],
    { stdio: 'ignore' },
  );
  const client = (database, text) =>
    call(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-N', '-B', ...(database === '' ? [] : [database])],
      text,
    );
  for (let i = 0; client('', 'SELECT 1').code !== 0; i++) {
    if (i === 100) throw new Error('MariaDB does not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    ...shared(client),
    create: (database) => must(client('', `CREATE DATABASE ${database} CHARACTER SET utf8mb4`)),
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
    kill: 'KILL CONNECTION_ID();',
    columns: `SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, CHARACTER_SET_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'Clients' ORDER BY ORDINAL_POSITION`,
    indexes: `SELECT INDEX_NAME, COLUMN_NAME, NON_UNIQUE FROM INFORMATION_SCHEMA.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'Clients' ORDER BY INDEX_NAME`,
  };
}

function must(result) {
  if (result.code !== 0) throw new Error(result.output);
}
