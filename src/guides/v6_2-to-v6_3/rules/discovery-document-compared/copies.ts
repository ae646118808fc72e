import type { Place } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isInTests, isTestProject } from '../../../../engine/facts/hosts/is-test-project.ts';
import type { Span } from '../../../../engine/text/span.ts';
import { type FilePath, isInFolder } from '../../../../engine/workspace/file-path.ts';
import { type SourceFile, sourceOf, type WorkspaceFile } from '../../../../engine/workspace/workspace.ts';
import { isOfProduct, lackingKeys } from './document.ts';

/** A text that holds the document as it was on 6.2. */
export interface Copy {
  readonly file: SourceFile;
  readonly span: Span;
  readonly lacks: readonly string[];
  readonly isOfProduct: boolean; // by its addresses
}

const maxBytes = 200_000; // a document has some 5,000

/** Files with a copy of it, whosever project they lie in. */
export const storedCopies = ({ workspace }: Facts): Copy[] =>
  [...workspace.files.values()]
    .filter(({ path, bytes }) => /\.(jsonc?|txt|snap)$/i.test(path) && bytes.length < maxBytes)
    .filter(({ path }) => !/\.received\.\w+$/i.test(path))
    .flatMap(copyIn);

function copyIn(file: WorkspaceFile): Copy[] {
  const source = sourceOf(file);
  const lacks = source.kind === 'text' ? lackingKeys(source.text) : [];
  if (source.kind !== 'text' || lacks.length === 0) return [];
  const start = source.text.indexOf('jwks_uri');
  const span = { start, end: start + 'jwks_uri'.length };
  return [{ file: source, span, lacks, isOfProduct: isOfProduct(source.text) }];
}

/** Strings in tests that hold one. */
export const copiesInCode = (facts: Facts): Copy[] =>
  facts.csharp.parsed
    .map((path) => facts.csharp.sourceOf(path))
    .filter(({ text }) => lackingKeys(text).length > 0)
    .flatMap((file) => {
      const [whole] = facts.csharp.originsOf({ path: file.path, span: { start: 0, end: file.text.length } });
      return (whole?.literals ?? [])
        .filter((literal) => lackingKeys(literal.value).length > 0 && isInTests(literal, facts))
        .map((literal) => copyAt(literal, literal.value, file));
    });

/** A place in code whose text is a copy. */
export const copyAt = ({ span }: Place, text: string, file: SourceFile): Copy => ({
  file,
  span,
  lacks: lackingKeys(text),
  isOfProduct: isOfProduct(text),
});

/** A library compares the file with what a test gives it, on every run. */
export const isSnapshot = ({ file }: Copy) => /\.(verified|approved)\.\w+$|\.snap$/i.test(file.path);

/** The test project that compiles the copy, or in whose folder it lies. */
export function testProjectsOf({ file }: Copy, { projects }: Facts): FilePath[] {
  const compiling = projects.filter(({ sources }) => sources.includes(file.path));
  const [nearest] = projects
    .filter(({ folder }) => isInFolder(file.path, folder))
    .toSorted((a, b) => b.folder.length - a.folder.length);
  const owners = compiling.length > 0 ? compiling : nearest ? [nearest] : [];
  return owners.filter(isTestProject).map(({ path }) => path);
}
