/** What a migration may touch: the table of the clients, and its rows. */
export const clientsIn = (server, database) => ({
  columns: server.rows(database, server.columns),
  indexes: server.rows(database, server.indexes),
  clients: server.rows(database, `SELECT * FROM ${server.quoted('Clients')} ORDER BY 1`),
});

/** What EF noted as applied, with its version. */
export const historyIn = (server, database) =>
  server.rows(database, `SELECT * FROM ${server.quoted('__EFMigrationsHistory')} ORDER BY 1`);

/** SQL for a client with something in every column that needs it. */
export function clientWith(server, database) {
  const columns = server.rows(database, server.columns).map((row) => row.split(/[|\t]/));
  const needed = columns.filter(
    ([name, ...rest]) => name.toLowerCase() !== 'id' && (rest.includes('NO') || rest[1] === '1'),
  );
  const value = ([name, type]) => {
    if (/created/i.test(name)) return "'2023-05-06 07:08:09'";
    if (/bool/.test(type)) return 'true';
    return /char|TEXT/i.test(type) ? `'${name} O''Hara ü'` : '7';
  };
  const names = needed.map(([name]) => server.quoted(name));
  return `INSERT INTO ${server.quoted('Clients')} (${names.join(', ')}) VALUES (${needed.map(value).join(', ')});`;
}

export function must({ code, output }) {
  if (code !== 0 || /error/i.test(output)) throw new Error(output);
}

export function same(actual, expected) {
  const [a, b] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (a === b) return;
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  throw new Error(`expected ${y.slice(at, at + 3).join(' ')}\n     got ${x.slice(at, at + 3).join(' ')}`);
}
