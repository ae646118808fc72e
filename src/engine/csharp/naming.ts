import type { Change } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Binder } from './binder.ts';
import type { Unit } from './declarations.ts';
import type { Place } from './index-types.ts';
import { addUsing } from './insertions.ts';
import { type Solution, simpleName } from './solution.ts';

/** How types are written so that they mean what they should, in every build that reads the place. */
export class Naming {
  constructor(
    private readonly solution: Solution,
    private readonly binder: Binder,
  ) {}

  using(path: FilePath, namespace: string): readonly Change[] {
    const lacking = this.solution.units(path).find((unit) => !this.isImported(namespace, unit));
    return lacking ? addUsing(lacking, namespace) : [];
  }

  nameFor(type: string, at: Place, instead: string): { readonly text: string; readonly changes: readonly Change[] } {
    const simple = simpleName(type);
    const qualifier = /^.*[.:]/s.exec(instead)?.[0];
    if (qualifier) return { text: qualifier + simple, changes: [] };
    const meanings = this.solution.unitsAt(at).map((unit) => this.meaning(type, unit, at.span.start));
    if (meanings.includes('another')) return { text: type, changes: [] };
    const isFree = meanings.includes('none');
    return { text: simple, changes: isFree ? this.using(at.path, type.slice(0, type.lastIndexOf('.'))) : [] };
  }

  private meaning(type: string, unit: Unit, offset: number): 'this' | 'none' | 'another' {
    const simple = simpleName(type);
    const meaning = this.binder.lookUp(simple, unit, offset);
    if (meaning.kind === 'product' && meaning.name === type) return 'this';
    return this.binder.isUnbound(simple, unit, offset) ? 'none' : 'another';
  }

  private isImported = (namespace: string, unit: Unit) =>
    this.solution.globalUsings(unit).includes(namespace) ||
    unit.scopes.some(
      (scope) =>
        scope.imports.includes(namespace) ||
        scope.namespace === namespace ||
        scope.namespace.startsWith(`${namespace}.`),
    );
}
