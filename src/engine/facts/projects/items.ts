import type { Span } from '../../text/span.ts';
import { globMatcher, isGlob } from '../../workspace/globs.ts';
import { holds } from './condition.ts';
import type { Evaluation, ItemElement } from './evaluate.ts';
import type { Value } from './expand.ts';
import type { MsBuildFile } from './msbuild-files.ts';
import { attributeOf, sameName, textOf, valueSpanOf, type XmlElement } from './xml.ts';

/** One place that gives an item a piece of metadata. */
export interface Metadata {
  readonly name: string;
  readonly raw: string; // as written, entities resolved, blanks around it left out
  readonly value: Value;
  readonly span: Span | null; // of `raw`; null where comments split it
  readonly isAttribute: boolean;
  readonly element: XmlElement; // the item element
  readonly file: MsBuildFile;
  readonly conditions: readonly string[];
}

export interface Item {
  readonly id: string;
  readonly element: XmlElement; // that includes it
  readonly file: MsBuildFile;
  readonly conditions: readonly string[];
  /** What may have set it last, by lower-case name: one, or several where conditions stay open. */
  readonly metadata: ReadonlyMap<string, readonly Metadata[]>;
  /** Stated earlier, and set again by a later element for sure. */
  readonly overridden: readonly Metadata[];
}

type OpenItem = { -readonly [K in keyof Item]: Item[K] } & {
  metadata: Map<string, readonly Metadata[]>;
  overridden: Metadata[];
};

/** The items of one type after every Include, Update and Remove. */
export function itemsOf(evaluation: Evaluation, type: string): Item[] {
  let items: OpenItem[] = [];
  for (const entry of evaluation.items) {
    if (!sameName(entry.element.name, type)) continue;
    const metadata = metadataOf(entry, evaluation);
    const included = namesIn(entry, 'Include', evaluation);
    for (const id of included) items.push(newItem(id, entry, metadata));
    const updated = matcher(entry, 'Update', evaluation);
    if (updated) for (const item of items) if (updated(item.id)) apply(item, metadata);
    const removed = matcher(entry, 'Remove', evaluation);
    if (removed) items = remove(items, removed, entry);
  }
  return items;
}

const newItem = (id: string, entry: ItemElement, metadata: readonly Metadata[]): OpenItem => {
  const item: OpenItem = { id, ...entry, metadata: new Map(), overridden: [] };
  apply(item, metadata);
  return item;
};

function apply(item: OpenItem, metadata: readonly Metadata[]) {
  for (const entry of metadata) {
    const key = entry.name.toLowerCase();
    const before = item.metadata.get(key) ?? [];
    const isSure = entry.conditions.length === 0 || entry.conditions.every((c) => item.conditions.includes(c));
    if (isSure) item.overridden.push(...before);
    item.metadata.set(key, isSure ? [entry] : [...before, entry]);
  }
}

const remove = (items: OpenItem[], isRemoved: (id: string) => boolean, { conditions }: ItemElement) =>
  conditions.length === 0
    ? items.filter((item) => !isRemoved(item.id))
    : items.map((item) => (isRemoved(item.id) ? { ...item, conditions: [...item.conditions, ...conditions] } : item));

/** The names an item element lists, as far as they can be told. */
export function namesIn({ element, file }: ItemElement, attribute: string, evaluation: Evaluation): string[] {
  const text = attributeOf(element, attribute)?.value;
  if (text === undefined) return [];
  return text.split(';').flatMap((part) => {
    const name = part.trim();
    const value = name === '' || name.startsWith('@(') ? null : evaluation.expand(name, file);
    return value === null ? [] : value.split(';').filter((one) => one.trim() !== '');
  });
}

function matcher(entry: ItemElement, attribute: string, evaluation: Evaluation): ((id: string) => boolean) | null {
  const text = attributeOf(entry.element, attribute)?.value;
  if (text === undefined) return null;
  const isAll = sameName(text.trim(), `@(${entry.element.name})`);
  const patterns = namesIn(entry, attribute, evaluation).map((name) => name.trim());
  return (id) => isAll || patterns.some((p) => sameName(p, id) || (isGlob(p) && globMatcher(p)(id)));
}

const itemAttributes = /^(Include|Exclude|Update|Remove|Condition|Label|Keep\w+|MatchOn\w+)$/i;

function metadataOf(entry: ItemElement, evaluation: Evaluation): Metadata[] {
  const { element, file, conditions } = entry;
  const common = { element, file };
  const attributes = element.attributes
    .filter(({ name }) => !itemAttributes.test(name))
    .map(({ name, value, valueSpan }): Metadata => {
      const written = file.source.text.slice(valueSpan.start, valueSpan.end);
      const start = valueSpan.start + written.length - written.trimStart().length;
      const span = { start, end: start + written.trim().length };
      const raw = value.trim();
      return { ...common, name, raw, value: evaluation.expand(raw, file), span, isAttribute: true, conditions };
    });
  const children = element.children.flatMap((child): Metadata[] => {
    const condition = attributeOf(child, 'Condition')?.value.trim() ?? '';
    const truth = holds(condition, evaluation.scope(file));
    if (truth === false) return [];
    const raw = textOf(child).trim();
    const open = truth === null ? [...conditions, condition] : conditions;
    const span = valueSpanOf(child, file.source.text);
    const value = evaluation.expand(raw, file);
    return [{ ...common, name: child.name, raw, value, span, isAttribute: false, conditions: open }];
  });
  return [...attributes, ...children];
}

/** The value where only one can be meant. */
export function metadataValue(item: Item, name: string): Value {
  const entries = item.metadata.get(name.toLowerCase());
  if (!entries) return '';
  const values = new Set(entries.map((entry) => entry.value));
  return values.size === 1 ? entries[0]!.value : null;
}
