import { parse, sep } from 'node:path';

/** How a host of the program is built, and what kind that is to the model. */
const kinds = {
  'web-application': 'web-application',
  slim: 'web-application',
  'application-builder': 'generic-host',
  'generic-host': 'generic-host',
  'bare-host': 'generic-host',
  'web-host': 'web-host',
  'bare-web-host': 'web-host',
};

/** Calls that the model says bring data protection along, and two that it says don't. */
const adders = [
  'AddAuthentication',
  'AddAntiforgery',
  'AddControllersWithViews',
  'AddMvc',
  'AddRazorPages',
  'AddSession',
  'AddIdentity',
];
const others = ['AddControllers', 'AddAuthorization'];

export function checks(context) {
  for (const runtime of context.runtimes) {
    defaultNames(runtime, context);
    givenNames(runtime, context);
  }
  readings(context);
}

const endingOf = (path) => (path.endsWith(sep) ? 'ended' : 'bare');

/** Every kind of host with every kind of content root: the path and the name, as the model says them. */
function defaultNames({ framework, major, ask }, { model, paths, folder, keys, check }) {
  const roots = [null, folder, folder + sep, parse(folder).root];
  const wanted = Object.keys(kinds).flatMap((host) =>
    roots.map((root) => ({ id: `${host} at ${root ?? 'its default'}`, host, directory: folder, keys, root })),
  );
  for (const [i, answer] of ask(wanted).entries()) {
    const { id, host, root } = wanted[i];
    const isBase = root === null && host.startsWith('bare-');
    const deployment = {
      host: kinds[host],
      framework: major,
      library: major,
      root: isBase ? 'ended' : endingOf(root ?? folder),
    };
    const at = paths.serverPath(isBase ? answer.contentRootPath : (root ?? folder));
    check(
      `${framework}: the content root of ${id}`,
      answer.contentRootPath,
      paths.nameAt(at, model.contentRootPathOf(deployment)),
    );
    check(`${framework}: the name of ${id}`, answer.discriminator, paths.nameAt(at, model.defaultNameOf(deployment)));
  }
}

/** Names that code sets, in each of the ways that rules read. */
function givenNames({ framework, ask }, { folder, keys, check }) {
  const ended = folder + sep;
  const ways = [
    [['set', 'a'], 'a'],
    [['set', 'a', 'b'], 'b'],
    [['set', ended], ended],
    [['set', ''], ''],
    [['content-root'], folder],
    [['trimmed-content-root'], folder],
    [['configure-after', 'x'], 'x'],
    [['post-configure', 'x'], 'x'],
    [['setup', 'x'], 'x'],
    [['configure-before', 'x'], ended],
  ];
  const onHosts = ['web-application', 'generic-host', 'web-host'].flatMap((host) =>
    ways.map(([name, expected]) => ({ id: `${name.join(' ')} in a ${host}`, host, name, expected })),
  );
  const inHosts = ['generic-host', 'web-host'].flatMap((host) => [
    { id: `a name set where a ${host} is built`, host, name: ['host-chain', 'x'], expected: 'x' },
    { id: `the trimmed root set where a ${host} is built`, host, name: ['host-chain-trimmed'], expected: folder },
  ]);
  // Behind a call that brings data protection along, Configure counts; behind another one, AddDataProtection still overwrites it.
  const early = [...adders, ...others].map((addedBy) => ({
    id: `Configure between ${addedBy} and AddDataProtection`,
    host: 'web-application',
    addedBy,
    name: ['configure-between', 'x'],
    expected: adders.includes(addedBy) ? 'x' : ended,
  }));
  const late = adders.map((addedBy) => ({
    id: `Configure before ${addedBy}`,
    host: 'web-application',
    addedBy,
    name: ['configure-before', 'x'],
    expected: ended,
  }));
  const wanted = [...onHosts, ...inHosts, ...early, ...late].map((one) => ({
    directory: folder,
    keys,
    root: null,
    ...one,
  }));
  for (const [i, { discriminator }] of ask(wanted).entries()) {
    check(`${framework}: ${wanted[i].id}`, discriminator ?? '', wanted[i].expected);
  }
}

/** Payloads of every host, read by every host on every runtime: exactly where the table says that the name is the same. */
function readings({ runtimes, table, paths, folder, keys, check }) {
  const ring = `${keys}-shared`;
  const hosts = ['web-application', 'generic-host', 'web-host'];
  const names = [null, ['set', 'idp'], ['content-root'], ['trimmed-content-root'], ['set', folder + sep]];
  const wanted = hosts.flatMap((host) =>
    [null, folder + sep].flatMap((root) =>
      names.map((name) => ({
        id: [host, root ?? '-', name ?? '-'].join(' '),
        host,
        root,
        name,
        directory: folder,
        keys: ring,
      })),
    ),
  );
  const written = runtimes.map(({ framework, major, ask }) => ({ framework, major, answers: ask(wanted) }));
  for (const reader of runtimes) {
    for (const { framework, major, answers } of written) {
      const payloads = Object.fromEntries(answers.map((answer) => [answer.id, answer.protected]));
      for (const [i, answer] of reader.ask(wanted.map((one) => ({ ...one, payloads }))).entries()) {
        for (const [j, { id }] of answers.entries()) {
          const expected = saysReadable(wanted[j], major, wanted[i], reader.major, { table, paths, folder });
          check(`${framework} ${id} read by ${reader.framework} ${answer.id}`, answer.reads[id], expected);
        }
      }
    }
  }
}

function saysReadable(old, oldMajor, next, nextMajor, { table, paths, folder }) {
  const nameOf = (one, major) =>
    table.conclude({
      before: { host: kinds[one.host], framework: major, library: major, root: endingOf(one.root ?? folder) },
      after: 'unchanged',
      path: 'same',
      oldPath: paths.serverPath(folder),
      name: given(one.name),
      data: 'keep',
      logged: null,
    }).oldName;
  return nameOf(old, oldMajor) === nameOf(next, nextMajor);
}

function given(name) {
  if (name === null) return { kind: 'none' };
  return name[0] === 'set' ? { kind: 'literal', value: name[1] } : { kind: name[0] };
}
