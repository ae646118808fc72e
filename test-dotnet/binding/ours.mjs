import { createServer } from 'vite';
import { root } from '../../scripts/lib/run.mjs';

const modules = [
  '/src/guides/index.ts',
  '/src/engine/csharp/binder.ts',
  '/src/engine/csharp/expressions.ts',
  '/src/engine/csharp/places.ts',
  '/src/engine/csharp/solution.ts',
  '/src/engine/csharp/syntax.ts',
  '/src/engine/facts/projects/read-projects.ts',
  '/src/testing/grammar.ts',
  '/src/testing/rule-cases.ts',
  '/src/testing/workspace-from.ts',
];

/** The engine's own modules, as they are in the sources. */
export async function engineModules() {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const engine = Object.assign({}, ...(await Promise.all(modules.map((path) => server.ssrLoadModule(path)))));
  return { engine, close: () => server.close() };
}

/** The names that rules ask about: a type's has a dot. */
export const askedNames = ({ guides }) => [
  ...new Set([...guides.values()].flatMap(({ rules }) => rules.flatMap(({ meta }) => meta.names ?? []))),
];

/** A solution's C#, with what our index makes of a place in it. */
export function readSolution(files, grammar, engine) {
  const workspace = engine.workspaceOf(files);
  const { projects } = engine.readProjects(workspace);
  const productTypes = new Set(askedNames(engine).filter((name) => name.includes('.')));
  const solution = new engine.Solution({
    workspace,
    builds: projects.flatMap(({ builds }) => builds),
    hasProjects: projects.length > 0,
    grammar,
    productTypes,
  });
  const binder = new engine.Binder(solution);
  const expressions = new engine.Expressions(binder);

  /** undefined: it isn't read, or the grammar has no such place. */
  const answer = ({ path, kind, start, end }) => {
    const unit = solution.unitAt({ path, span: { start, end } });
    if (!unit || !engine.isRead(unit, { start, end })) return undefined;
    const node = nodeAt(unit.root, start, end);
    if (!node) return undefined;
    if (kind === 'type') return binder.typeNamed(node, unit);
    if (kind === 'value') return expressions.typeOf(node, unit).type;
    if (engine.localFunctionAt(node)) return undefined;
    const method = expressions.called.single(node, unit);
    return method
      ? { kind: 'solution', name: method.owner.name }
      : { kind: 'unknown', why: 'no method of the solution' };
  };
  const textOf = (path) => solution.units(path)[0]?.parsed.file.text;
  return { projects, answer, textOf, paths: [...solution.scans.keys()] };
}

/** The innermost node of exactly that extent that can be a name or an expression. */
function nodeAt(root, start, end) {
  let node = root.descendantForIndex(start, end - 1);
  while (node && (node.startIndex > start || node.endIndex < end)) node = node.parent;
  return node && node.startIndex === start && node.endIndex === end && node.type !== 'argument' ? node : undefined;
}
