import type { FilePath } from '../workspace/file-path.ts';
import type { CSharpIndex } from './index-questions.ts';

/** Questions that are answered with a list of places. */
const lists = [
  'usesOf',
  'typeUses',
  'clashesWith',
  'invocationsOf',
  'assignmentsTo',
  'readsOf',
  'propertyPatternsOn',
  'switchesOver',
  'extensionClashes',
  'typesDerivedFrom',
  'overridesOf',
  'injectionsOf',
  'objectsOf',
  'objectsSetting',
  'membersNamed',
  'membersDeclaredBy',
  'returnsOf',
  'literalsOf',
  'originsOf',
  'constructionsOf',
  'constructorsOf',
  'nullFlows',
] as const;

/** The index whose lists hold what several builds read alike only once, with the projects of all of them. */
export function withoutDoubles(index: CSharpIndex): CSharpIndex {
  const united: Record<string, unknown> = Object.create(index);
  for (const name of lists) {
    const ask = index[name] as (...question: unknown[]) => readonly object[];
    united[name] = (...question: unknown[]) => unite(ask.apply(index, question));
  }
  return united as unknown as CSharpIndex;
}

function unite(answers: readonly object[]): readonly object[] {
  const found = new Map<string, object>();
  for (const answer of answers) {
    const key = JSON.stringify(answer, withoutProjects);
    const before = found.get(key);
    found.set(key, before ? joined(before, answer) : answer);
  }
  return [...found.values()];
}

/** Two answers that are the same in all but `projects`, at whatever depth. */
function joined<T>(a: T, b: T): T {
  if (Array.isArray(a) && Array.isArray(b)) return a.map((item, i) => joined(item, b[i])) as T;
  if (a === null || typeof a !== 'object') return a;
  const parts = Object.entries(a).map(([name, value]) => {
    const other = (b as Record<string, unknown>)[name];
    return [name, name === 'projects' ? projectsOf(value, other) : joined(value, other)];
  });
  return Object.fromEntries(parts) as T;
}

const projectsOf = (a: readonly FilePath[], b: unknown) => [...new Set([...a, ...(b as readonly FilePath[])])];

/** Of answers that the builds give for one question: theirs where they agree. */
export function agreed<T>(answers: readonly T[]): T | undefined {
  const [first, ...others] = answers;
  const text = JSON.stringify(first, withoutProjects);
  return others.every((one) => JSON.stringify(one, withoutProjects) === text) ? first : undefined;
}

/** What all of several lists hold, as the first has it. */
export function common<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists;
  return first.filter((item) => others.every((list) => list.some((other) => agreed([item, other]) !== undefined)));
}

const withoutProjects = (name: string, value: unknown) => (name === 'projects' ? undefined : value);
