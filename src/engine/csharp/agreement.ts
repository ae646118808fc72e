import type { Node } from 'web-tree-sitter';
import type { Unit } from './declarations.ts';
import type { Expressions } from './expressions.ts';
import type { Place } from './index-types.ts';
import { isRead } from './places.ts';
import type { Solution } from './solution.ts';
import { ancestors, spanOf } from './syntax.ts';

/** Whether several builds of one file take its code to mean the same. */
export class Agreement {
  constructor(
    private readonly solution: Solution,
    private readonly expressions: Expressions,
  ) {}

  /** On the statement or declaration around a place, as far as all builds that compile the place compile it too. */
  at({ path, span }: Pick<Place, 'path' | 'span'>): boolean {
    const units = this.solution.units(path).filter((unit) => isRead(unit, span));
    const [first, ...others] = units.map((unit) =>
      this.meaningsAt(unit.root.descendantForIndex(span.start, span.end), unit),
    );
    return others.every((meanings) => [...meanings].every(([at, meant]) => (first!.get(at) ?? meant) === meant));
  }

  /** The types of the product and of the solution that each name there stands for, by its offset. */
  private meaningsAt(node: Node | null, unit: Unit): ReadonlyMap<number, string> {
    const whole = node && [node, ...ancestors(node)].find(({ type }) => /_(statement|declaration)$/.test(type));
    const names = whole?.descendantsOfType('identifier') ?? [];
    return new Map(
      names.flatMap((name) => {
        if (!name || !isRead(unit, spanOf(name))) return [];
        const { type } = this.expressions.typeOf(name, unit);
        const isKnown = type.kind === 'product' || type.kind === 'solution';
        return [[name.startIndex, isKnown ? `${type.kind} ${type.name}` : '']];
      }),
    );
  }
}
