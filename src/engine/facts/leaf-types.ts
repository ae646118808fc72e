import type { TypeDeclaration } from '../csharp/index-types.ts';

/** Those that none of the others stands on: an abstract or generic base in between is not what anyone uses. */
export function leafTypes(declarations: readonly TypeDeclaration[]): TypeDeclaration[] {
  const bases = new Set(
    declarations.flatMap((declaration) =>
      declaration.bases.flatMap(({ meaning }) => (meaning.kind === 'solution' ? meaning.name : [])),
    ),
  );
  return declarations.filter(({ name }) => !bases.has(name));
}
