// Throw-away database servers, each on a socket of its own, so that no port can be taken. Each has `run(database, sql)` → { code, output }
// and `rows(database, sql)` → lines; `isConditional`: its SQL can ask before it changes a table; `kill` ends the connection that says it.
// None is left behind, however the tests end. One that can't be had here is a sentence that says why.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;
const running = new Set();
process.on('exit', () => {
  for (const kill of running) kill();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Short, since a socket's path may have 100 characters, and one that the servers' users can reach. */
const folder = (name) => mkdtempSync(join(existsSync('/tmp') ? '/tmp' : tmpdir(), `wizard-${name}-`));
const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function call(command, args, input = '') {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  const lines = (stdout ?? '').split('\n').filter((line) => line !== '');
  return { code: status ?? 1, output: `${stdout}${stderr}`, lines };
}

const withClient = (client, quote = '"') => ({
  run: client,
  quoted: (name) => `${quote}${name}${quote}`,
  rows(database, text) {
    const { code, output, lines } = client(database, text);
    if (code !== 0) throw new Error(output);
    return lines;
  },
});

export function sqlite() {
  if (!works('sqlite3', ['--version'])) return 'SQLite is not installed';
  const home = folder('sqlite');
  const file = (database) => join(home, `${database}.db`);
  const clean = () => rmSync(home, { recursive: true, force: true });
  running.add(clean);
  return {
    ...withClient((database, text) => call('sqlite3', [file(database)], text)),
    create() {},
    stop: clean,
    connection: (database) => `Data Source=${file(database)}`,
    columns: `SELECT name, type, "notnull", dflt_value FROM pragma_table_info('Clients') ORDER BY cid`,
    indexes: `SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Clients' ORDER BY name`,
  };
}

export async function postgres() {
  const bin = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
    .flatMap((root) => (existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : []))
    .find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'psql')));
  if (!bin) return 'PostgreSQL is not installed';
  const home = folder('postgres');
  const data = join(home, 'data');
  const psql = (database, text) =>
    call(
      join(bin, 'psql'),
      ['-X', '-h', home, '-U', 'wizard', '-d', database, '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'],
      text,
    );
  const stop = await started('PostgreSQL', home, 'postgres', () => psql('postgres', 'SELECT 1').code === 0, [
    [join(bin, 'initdb'), '-D', data, '-U', 'wizard', '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    [join(bin, 'postgres'), '-D', data, '-k', home, '-c', 'listen_addresses=', '-c', 'fsync=off'],
  ]);
  if (typeof stop === 'string') return stop;
  return {
    ...withClient(psql),
    create: (database) => must(psql('postgres', `CREATE DATABASE ${database}`)),
    stop,
    connection: (database) => `Host=${home};Username=wizard;Database=${database};Pooling=false`,
    isConditional: true,
    kill: 'SELECT pg_terminate_backend(pg_backend_pid());',
    columns: `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM information_schema.columns WHERE table_name = 'Clients' ORDER BY ordinal_position`,
    indexes: `SELECT indexdef FROM pg_indexes WHERE tablename = 'Clients' ORDER BY indexname`,
  };
}

export async function mariaDb() {
  const server = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].find(existsSync);
  if (!server || !works('mariadb', ['--version'])) return 'MariaDB is not installed';
  const home = folder('mariadb');
  const [data, socket] = [join(home, 'data'), join(home, 'socket')];
  const client = (database, text) =>
    call(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-N', '-B', ...(database === '' ? [] : [database])],
      text,
    );
  const own = ['--no-defaults', `--datadir=${data}`];
  const stop = await started('MariaDB', home, 'mysql', () => client('', 'SELECT 1').code === 0, [
    ['mariadb-install-db', ...own, '--auth-root-authentication-method=normal', '--skip-test-db'],
    [server, ...own, `--socket=${socket}`, '--skip-networking', `--pid-file=${join(home, 'pid')}`],
  ]);
  if (typeof stop === 'string') return stop;
  return {
    ...withClient(client, '`'),
    create: (database) => must(client('', `CREATE DATABASE ${database} CHARACTER SET utf8mb4`)),
    stop,
    connection: (database) => `Server=${socket};Protocol=unix;User ID=root;Database=${database};Pooling=false`,
    isConditional: true,
    kill: 'KILL CONNECTION_ID();',
    columns: `SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, CHARACTER_SET_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'Clients' ORDER BY ORDINAL_POSITION`,
    indexes: `SELECT INDEX_NAME, COLUMN_NAME, NON_UNIQUE FROM INFORMATION_SCHEMA.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'Clients' ORDER BY INDEX_NAME`,
  };
}

/** How to stop the server once it answers; where it doesn't, why not. Servers refuse to run as root, so root hands them to `user`. */
async function started(name, home, user, isReady, [install, serve]) {
  if (isRoot) call('chown', [user, home]);
  const as = ([command, ...args]) =>
    isRoot
      ? ['setpriv', ['--reuid', user, '--regid', user, '--clear-groups', '--pdeathsig', 'QUIT', command, ...args]]
      : [command, args];
  const installed = call(...as(install));
  if (installed.code !== 0) {
    rmSync(home, { recursive: true, force: true });
    return `${name} can't be set up here: ${lastLine(installed.output)}`;
  }
  const log = join(home, 'log');
  const [command, args] = as(serve);
  const child = spawn('sh', ['-c', 'exec "$@" >"$0" 2>&1', log, command, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const kill = () => {
    child.kill('SIGQUIT'); // both end soon
    for (let i = 0; existsSync(home) && i < 20; i++) {
      spawnSync('sleep', ['0.2']);
      try {
        rmSync(home, { recursive: true, force: true });
      } catch {
        // still writing
      }
    }
  };
  running.add(kill);
  const stop = async () => {
    child.kill('SIGQUIT');
    await ended;
    running.delete(kill);
    rmSync(home, { recursive: true, force: true });
  };
  for (let i = 0; i < 300 && child.exitCode === null; i++) {
    if (isReady()) return stop;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const said = lastLine(readFileSync(log, 'utf8'));
  await stop();
  return `${name} does not start here: ${said}`;
}

const lastLine = (text) => text.trim().split('\n').at(-1);

function must(result) {
  if (result.code !== 0) throw new Error(result.output);
}
