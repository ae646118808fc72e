import type { FilePath } from '../workspace/file-path.ts';
import { csharpIndex } from './csharp-index.ts';
import type { Unit } from './declarations.ts';
import type { CSharpIndex } from './index-questions.ts';
import { remembering } from './remembered.ts';
import { anyOf } from './scan.ts';
import { Solution, type SolutionInput, simpleName } from './solution.ts';
import { childrenOfType, field, lastIdentifier, namedChildren } from './syntax.ts';

export interface IndexInput extends Omit<SolutionInput, 'productTypes'> {
  /** What rules ask about: full names of product types (with a dot), and names of members and methods. */
  readonly names: readonly string[];
  /** Those whose files matter only where nullable annotations can be on. */
  readonly nullableNames?: readonly string[];
  /** For tests: parse every file, whether or not it holds a name. */
  readonly parseAll?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Parses the files that hold a name that is asked for, then those that hold a name found that way (a derived type, an alias, a
 * method that takes a delegate over an asked type), until nothing new turns up.
 */
export function buildIndex(input: IndexInput): CSharpIndex {
  const nullableNames = input.nullableNames ?? [];
  const typesIn = (names: readonly string[]) => names.filter((name) => name.includes('.'));
  const productTypes = new Set(typesIn([...input.names, ...nullableNames]));
  const solution = new Solution({ ...input, productTypes });
  const asked = new Set(input.names.map(simpleName));
  const typeNames = new Set(typesIn(input.names).map(simpleName));
  for (const [alias, of] of solution.projectAliases) {
    if (!typeNames.has(simpleName(of))) continue;
    typeNames.add(alias);
    asked.add(alias);
  }
  const parsed = new Set<FilePath>();
  const nullable = filesWith(solution, nullableNames.map(simpleName), false).filter((path) =>
    solution.mayBeNullable(path),
  );
  for (let fresh = [...asked], more = nullable; fresh.length > 0; more = []) {
    const named = filesWith(solution, fresh, input.parseAll ?? false);
    const files = [...new Set([...named, ...more])].filter((path) => !parsed.has(path));
    const found = new Set<string>();
    for (const [i, path] of files.entries()) {
      parsed.add(path);
      for (const unit of solution.units(path)) for (const name of leads(unit, typeNames)) found.add(name);
      input.onProgress?.(i + 1, files.length);
    }
    fresh = [...found].filter((name) => !asked.has(name));
    for (const name of fresh) asked.add(name);
  }
  noteUncompiled(solution, input, parsed);
  return remembering(csharpIndex(solution), [
    'usesOf',
    'typeUses',
    'invocationsOf',
    'assignmentsTo',
    'readsOf',
    'typesDerivedFrom',
    'overridesOf',
    'injectionsOf',
    'objectsOf',
    'objectsSetting',
    'membersNamed',
    'literalsOf',
  ]);
}

const filesWith = (solution: Solution, names: readonly string[], all: boolean): FilePath[] => {
  const pattern = anyOf(names);
  return [...solution.scans].filter(([, { text }]) => all || pattern.test(text)).map(([path]) => path);
};

/** Names that mean an asked type in other files too. Derived types and aliases count as asked types from then on. */
function leads(unit: Unit, typeNames: Set<string>): string[] {
  const found: string[] = [];
  const lead = (name: string) => {
    typeNames.add(name);
    found.push(name);
  };
  for (const { node, identifier } of unit.types) {
    const bases = childrenOfType(node, 'base_list').flatMap(namedChildren);
    if (bases.some((base) => typeNames.has(lastIdentifier(base).text))) lead(identifier.text);
  }
  for (const { aliases } of unit.scopes) {
    for (const [name, target] of aliases) if (typeNames.has(lastIdentifier(target).text)) lead(name);
  }
  for (const method of unit.root.descendantsOfType('method_declaration')) {
    const parameters = method && field(method, 'parameters');
    const delegates =
      parameters?.descendantsOfType('type_argument_list').flatMap((list) => (list ? namedChildren(list) : [])) ?? [];
    const name = method && field(method, 'name');
    if (name && delegates.some((argument) => typeNames.has(lastIdentifier(argument).text))) found.push(name.text);
  }
  return found;
}

function noteUncompiled(solution: Solution, input: IndexInput, parsed: ReadonlySet<FilePath>) {
  for (const path of parsed) {
    if (solution.isCompiled(path) || input.parseAll) continue;
    solution.notices.push({
      code: 'not-compiled',
      path,
      line: null,
      message: 'No project in what was given compiles this file, so no rule looked at it.',
    });
  }
}
