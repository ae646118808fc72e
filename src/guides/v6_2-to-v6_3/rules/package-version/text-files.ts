import type { Span } from '../../../../engine/text/span.ts';
import { type SourceFile, sourceOf, type Workspace } from '../../../../engine/workspace/workspace.ts';

/** The files whose path fits, decoded, by path. */
export const textFiles = (workspace: Workspace, isMeant: (path: string) => boolean): SourceFile[] =>
  [...workspace.files.values()]
    .filter(({ path }) => isMeant(path))
    .map(sourceOf)
    .flatMap((source) => (source.kind === 'text' ? [source] : []))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** Where the pattern, which must be global, stands in the text. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
