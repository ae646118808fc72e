import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import type { Confidence } from '../workspace/confidence.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Unit } from './declarations.ts';
import type { Place, TypeAnswer } from './index-types.ts';
import { spanOf } from './syntax.ts';
import type { Type } from './types.ts';

export const placeOf = (unit: Unit, node: Node): Place => ({
  path: unit.path,
  span: spanOf(node),
  projects: unit.projects,
});

const overlaps = (spans: readonly Span[], at: Span) => spans.some(({ start, end }) => start < at.end && at.start < end);

/** Code that some build compiles and that the parser understood. */
export const isRead = (unit: Unit, at: Span) =>
  !overlaps(unit.parsed.directives.inactive, at) && !overlaps(unit.parsed.unread, at);

export const hasDirective = (unit: Unit, at: Span) => overlaps(unit.parsed.directives.lines, at);

export function answerOf(type: Type): TypeAnswer {
  switch (type.kind) {
    case 'product':
      return { kind: 'product', name: type.name };
    case 'solution':
      return {
        kind: 'solution',
        name: type.name,
        declarations: type.declarations.map(({ unit, identifier }) => placeOf(unit, identifier)),
      };
    case 'other':
      return { kind: 'other', name: type.name };
    case 'unknown':
      return { kind: 'unknown', why: type.why };
  }
}

/** certain: resolved, in a project that the product reaches · likely: resolved by an import, the product only presumed. */
export const confidenceIn = (reachesProduct: boolean, projects: readonly FilePath[]): Confidence =>
  reachesProduct && projects.length > 0 ? 'certain' : 'likely';

/** A directive in the list itself; inside the block of a lambda it is a statement's affair. */
export const hasLooseDirective = (unit: Unit, list: Node) => {
  const blocks = list.descendantsOfType('block').filter((node): node is Node => node !== null);
  return unit.parsed.directives.lines.some(
    ({ start, end }) =>
      list.startIndex < start && end <= list.endIndex && !blocks.some((b) => b.startIndex < start && end < b.endIndex),
  );
};
