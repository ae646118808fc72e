import { attributeOf, childrenNamed, type XmlElement } from '../../../../engine/facts/projects/xml.ts';

/** What a `NuGet.config` says about where packages come from. */
export interface Sources {
  readonly listed: XmlElement | null; // <packageSources>
  readonly mapping: XmlElement | null; // <packageSourceMapping> with entries
  /** What was inherited is cleared, and nuget.org is not named again: the names of what is left, else empty. */
  readonly closed: readonly string[];
  /** The names of the sources the package may come from, where the mapping keeps it from nuget.org; else empty. */
  onlyFrom(id: string): readonly string[];
}

export function sourcesIn(root: XmlElement): Sources {
  const listed = childrenNamed(root, 'packageSources')[0] ?? null;
  const mapping = childrenNamed(root, 'packageSourceMapping').find(({ children }) => children.length > 0) ?? null;
  const patterns = (mapping ? childrenNamed(mapping, 'packageSource') : []).flatMap((source) =>
    childrenNamed(source, 'package').map((one) => ({
      source: attributeOf(source, 'key')?.value ?? '',
      pattern: attributeOf(one, 'pattern')?.value.trim() ?? '',
    })),
  );
  const urls = new Map(addedIn(listed).map(({ key, url }) => [key.toLowerCase(), url]));
  const isPublic = (key: string) => /nuget\.org/i.test(urls.get(key.toLowerCase()) ?? key);
  return {
    listed,
    mapping,
    closed: closedIn(listed),
    onlyFrom(id) {
      const fitting = patterns.filter(({ pattern }) => fits(pattern, id));
      const best = Math.max(...fitting.map(({ pattern }) => pattern.length));
      const names = fitting.filter(({ pattern }) => pattern.length === best).map(({ source }) => source);
      return names.some(isPublic) ? [] : [...new Set(names)];
    },
  };
}

/** An id, or its beginning and a `*`; the longest one that fits counts. */
function fits(pattern: string, id: string): boolean {
  const [lower, name] = [pattern.toLowerCase(), id.toLowerCase()];
  return lower.endsWith('*') ? name.startsWith(lower.slice(0, -1)) : lower === name;
}

/** Those that count: after the last `<clear />`. */
function addedIn(listed: XmlElement | null): { key: string; url: string }[] {
  const children = listed?.children ?? [];
  const cleared = children.findLastIndex(({ name }) => /^clear$/i.test(name));
  return children.slice(cleared + 1).map((element) => ({
    key: attributeOf(element, 'key')?.value ?? '',
    url: attributeOf(element, 'value')?.value ?? '',
  }));
}

function closedIn(listed: XmlElement | null): string[] {
  const isCleared = listed?.children.some(({ name }) => /^clear$/i.test(name)) ?? false;
  const added = addedIn(listed);
  return isCleared && !added.some(({ url }) => /nuget\.org/i.test(url)) ? added.map(({ key }) => key) : [];
}
