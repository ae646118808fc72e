import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createServer } from 'vite';
import { root } from '../../scripts/lib/run.mjs';

/**
 * Every case of a rule of the packages step, written to `home` three times: as it is, with the family's versions raised and nothing
 * else, and with the first fix of every finding. Each with what we make of it.
 */
export async function readStates(home) {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const engine = Object.assign({}, ...(await Promise.all(modules.map((path) => server.ssrLoadModule(path)))));
  const guide = engine.guides.get('v6_2-to-v6_3');
  const rules = guide.rules.filter(({ meta }) => meta.step === 'packages');
  const states = [];
  for (const rule of rules.map(({ meta }) => meta.id)) {
    for (const ruleCase of engine.readCases(guide.id, rule)) {
      states.push(...(await statesOf({ ...guide, rules }, rule, ruleCase, engine)));
    }
  }
  for (const file of ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props'])
    write(join(home, file), '<Project />\n'); // nothing from above reaches a case
  for (const state of states) {
    state.folder = join(home, state.name);
    for (const [path, bytes] of state.files) write(join(state.folder, path), bytes);
  }
  return { states, engine, close: () => server.close() };
}

const modules = [
  '/src/guides/index.ts',
  '/src/testing/rule-cases.ts',
  '/src/testing/accepted.ts',
  '/src/testing/facts-of.ts',
  '/src/testing/workspace-from.ts',
  '/src/testing/seeded.ts',
  '/src/engine/rules/run-rules.ts',
  '/src/engine/facts/projects/solution.ts',
  '/src/engine/facts/projects/family.ts',
  '/src/engine/facts/nuget/version.ts',
  '/src/engine/facts/nuget/version-range.ts',
  '/src/guides/v6_2-to-v6_3/rules/package-version/published.ts',
  '/src/guides/v6_2-to-v6_3/rules/package-version/raise.ts',
  '/src/guides/v6_2-to-v6_3/rules/package-floor-raised/floors.ts',
];

async function statesOf(guide, rule, { name, before, answers, target = guide.defaultTarget }, engine) {
  const workspace = engine.workspaceOf(before);
  const { findings } = engine.runRules(guide, await engine.factsOf(guide, workspace), { answers, target });
  const withFirstFixes = (isMeant) => {
    const meant = findings.filter(({ rule, fixes }) => isMeant(rule) && fixes.length > 0);
    const choices = meant.map(({ id, fixes }) => ({ finding: id, fix: fixes[0].id }));
    return engine.patched(workspace, findings, engine.accepting(findings, choices));
  };
  const state = (kind, files) => {
    const { projects } = engine.solutionOf(engine.workspaceOf(files));
    return { name: `${rule}/${name}/${kind}`, rule, kind, target, findings, files, projects };
  };
  return [
    state('before', before),
    state(
      'raised',
      withFirstFixes((id) => id === 'package-version'),
    ),
    state(
      'after',
      withFirstFixes(() => true),
    ),
  ];
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
