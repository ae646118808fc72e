import { lineOf, type MsBuildFile } from './msbuild-files.ts';
import type { Solution } from './solution.ts';
import type { VersionUse } from './stated-versions.ts';
import { sameName, type XmlElement } from './xml.ts';

export interface PropertyUse {
  readonly file: MsBuildFile;
  readonly line: number;
  readonly text: string;
}

/** Where the properties are read, beyond the versions in `known` and the properties' own definitions. */
export function propertyUses(
  solution: Solution,
  properties: readonly string[],
  known: readonly VersionUse[],
): PropertyUse[] {
  if (properties.length === 0) return [];
  const names = properties.map((name) => name.replace(/[.\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`\\$\\(\\s*(?:${names})\\b`, 'i');
  const items = new Set(known.map(({ place }) => place.item));
  const uses: PropertyUse[] = [];
  const visit = (element: XmlElement, file: MsBuildFile) => {
    if (items.has(element) || properties.some((name) => sameName(name, element.name))) return;
    const texts = [
      ...element.attributes.map(({ value, span }) => ({ text: value, span })),
      ...element.texts.map(({ text, span }) => ({ text: text.trim(), span })),
    ];
    for (const { text, span } of texts) if (pattern.test(text)) uses.push({ file, line: lineOf(file, span), text });
    for (const child of element.children) visit(child, file);
  };
  for (const file of solution.files.all) if (pattern.test(file.source.text)) visit(file.root, file);
  return uses;
}
