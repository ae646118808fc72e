import type { MemberDeclaration, Place } from '../../../engine/csharp/index-types.ts';
import { Library, type TypeRef } from '../../../engine/csharp/nullability/library.ts';
import type { Facts } from '../../../engine/facts/facts.ts';
import { isNullableAt } from '../../../engine/facts/warnings/nullable-context.ts';
import { type WarningLevel, warningLevel } from '../../../engine/facts/warnings/warning-level.ts';
import { annotationsOf } from './product-flows.ts';

/** A member that gives `T?` where the interface says now that it gives `T`. */
export interface Contradiction {
  readonly interface: string;
  readonly declared: MemberDeclaration;
  readonly at: Place; // what the compiler names
  readonly code: string;
  readonly level: WarningLevel;
}

export function contradictions(facts: Facts, target: string): Contradiction[] {
  const table = annotationsOf(target);
  const library = new Library(table);
  return Object.entries(table.types)
    .filter(([type]) => /(^|\.)I[A-Z]\w*$/.test(type))
    .flatMap(([type, members]) => {
      const name = `${table.namespace}.${type}`;
      if (facts.csharp.typesDerivedFrom(name).length === 0) return [];
      return Object.keys(members).flatMap((member) => contradictionsIn(member, name, library, facts));
    });
}

function contradictionsIn(member: string, type: string, library: Library, facts: Facts): Contradiction[] {
  const property = library.property(type, member);
  const methods = library.methods(type, member);
  return facts.csharp
    .membersNamed(member, type)
    .filter(({ modifiers }) => !modifiers.includes('override'))
    .filter(({ explicitFor }) => !explicitFor || (explicitFor.kind === 'product' && explicitFor.name === type))
    .flatMap((declared): Contradiction[] => {
      const said =
        declared.kind === 'property'
          ? property
          : methods.find(({ parameters }) => parameters.length === declared.parameters.length)?.returns;
      const where = said && contradicts(declared.typeText, said);
      if (!where || !isNullableAt(declared, facts)) return [];
      const isExplicit = declared.explicitFor !== null;
      const code = where === 'inside' ? (isExplicit ? 'CS8616' : 'CS8613') : isExplicit ? 'CS8768' : 'CS8766';
      const at = placeOf(declared, facts);
      const level = warningLevel(code, at, facts);
      return level === 'off' ? [] : [{ interface: type, declared, at, code, level }];
    });
}

/** Whether a written type has a `?` where the other says there is none: on its own, or inside of its `<…>`. */
function contradicts(written: string, said: TypeRef): 'itself' | 'inside' | undefined {
  const text = written.trim();
  if (text.endsWith('?') && said.nulls === 'no') return 'itself';
  const inner = /^[\w.:]+\s*<([\s\S]*)>\??$/.exec(text)?.[1];
  const [first, ...more] = said.args;
  if (inner === undefined || !first || more.length > 0) return undefined;
  return contradicts(inner, first) && 'inside';
}

/** Of a property the compiler names what gets its value. */
function placeOf(declared: MemberDeclaration, { csharp }: Facts): Place {
  if (declared.kind !== 'property') return declared;
  const { path, projects, span } = declared;
  const found = /=>\s*|\bget\b/.exec(csharp.sourceOf(path).text.slice(span.end));
  const start = span.end + (found ? found.index + (found[0] === 'get' ? 0 : found[0].length) : 0);
  return { path, projects, span: { start, end: start + 1 } };
}
