// Our migrations applied and reverted by EF on real servers, beside its own script and our SQL: one schema, the same rows.
import { setImmediate } from 'node:timers/promises';
import { clientsIn, clientWith, historyIn, must, same } from '../servers/clients.mjs';

/** `ef(command, connection, target)` runs the project that has our migrations; `up` and `down` are our SQL. */
export async function onServer(test, name, server, context, { ef, up, down }) {
  let count = 0;
  const prefix = `${name.replace(/\W/g, '')}_${context}`.toLowerCase();
  const first = `First${context}`;
  const last = 'Update_DuendeIdentityServer_v6_3';
  server.create(prefix);
  const setUp = ef('script', server.connection(prefix), '0', first);
  const script = ef('script', server.connection(prefix), first, last);
  const migrate = (database, ...target) => ef('migrate', server.connection(database), ...target);
  /** At 6.2, with a client. */
  const fresh = () => {
    const database = `${prefix}${count++}`;
    server.create(database);
    must(server.run(database, setUp));
    must(server.run(database, clientWith(server, database)));
    return database;
  };
  const state = (database) => ({ ...clientsIn(server, database), history: historyIn(server, database) });
  /** Where EF rebuilds a table, the columns are in an order of its own. */
  const unordered = ({ columns, indexes, history, clients }) => ({
    columns: columns.toSorted(),
    indexes,
    history,
    clients: clients.length,
  });
  /** Some servers only say that it is there. */
  const again = (database, text) =>
    server.isConditional ? must(server.run(database, text)) : server.run(database, text);
  await setImmediate(); // an interrupt is heard

  let [before, after] = [];
  test(`${name}, ${context}: EF applies our migration, and our SQL then has nothing to do`, () => {
    const database = fresh();
    before = state(database);
    migrate(database);
    after = state(database);
    same(after.columns.length, before.columns.length + 4, 'columns');
    again(database, up);
    again(database, up);
    same(state(database), after);
  });
  await setImmediate();

  test(`${name}, ${context}: EF's script and our SQL leave the same schema, rows and history`, () => {
    const [efs, ours] = [fresh(), fresh()];
    must(server.run(efs, script));
    same(state(efs), after);
    must(server.run(ours, up));
    same(state(ours), after);
    migrate(ours); // nothing is left to it
    same(state(ours), after);
  });
  await setImmediate();

  test(`${name}, ${context}: EF and our SQL take back what the other did`, () => {
    const [byEf, bySql] = [fresh(), fresh()];
    must(server.run(byEf, up));
    migrate(byEf, first);
    same(unordered(state(byEf)), unordered(before));
    migrate(bySql);
    must(server.run(bySql, down));
    same(state(bySql), before);
    again(bySql, down);
    same(state(bySql), before);
    migrate(bySql);
    same(state(bySql), after);
  });
  await setImmediate();

  if (!server.kill) return;
  test(`${name}, ${context}: where EF's script was cut off between two statements, our SQL goes on`, () => {
    const database = fresh();
    const middle = script.indexOf('ALTER TABLE', script.indexOf('DPoPValidationMode'));
    server.run(database, `${script.slice(0, middle)}\n${server.kill}\n${script.slice(middle)}`);
    same(state(database).history, before.history);
    must(server.run(database, up));
    same(state(database), after);
    migrate(database);
    same(state(database), after);
  });
}
