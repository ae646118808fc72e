import type { Span } from '../../text/span.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Evaluation, PropertyDefinition } from './evaluate.ts';
import { onlyProperty, type Value } from './expand.ts';
import { type Item, itemsOf, type Metadata } from './items.ts';
import type { MsBuildFile } from './msbuild-files.ts';
import { sameName, valueSpanOf, type XmlElement } from './xml.ts';

/** Where a version stands as text that an edit can change, at the end of whatever properties lead there. */
export interface VersionPlace {
  readonly kind: 'literal' | 'property' | 'computed' | 'missing';
  readonly text: string; // as written, entities resolved
  readonly value: Value;
  readonly file: MsBuildFile;
  readonly span: Span; // of the text; of the element where it is not one piece
  readonly isEditable: boolean;
  readonly element: XmlElement; // the item, or the property
  readonly item: XmlElement; // the item whose version this is
  readonly itemFile: MsBuildFile;
  readonly itemSpan: Span; // of the version's text in the item: `$(Duende)` where a property leads on
  readonly properties: readonly string[]; // followed on the way, first to last
  readonly conditions: readonly string[]; // not evaluated
}

/** A package as one project gets it for one framework. */
export interface PackageReference {
  readonly id: string;
  readonly project: FilePath;
  readonly framework: string | null;
  readonly version: Value; // null: it can't be told, or depends
  readonly how: 'reference' | 'central' | 'override' | 'global' | 'none'; // who says the version
  readonly reference: Item;
  readonly places: readonly VersionPlace[]; // one, or several where conditions stay open; none where nothing states it
  readonly overridden: readonly VersionPlace[]; // state a version that doesn't count
  readonly conditions: readonly string[];
}

/** A line of central management, used or not. */
export interface CentralVersion {
  readonly id: string;
  readonly version: Value;
  readonly item: Item;
  readonly places: readonly VersionPlace[];
  readonly overridden: readonly VersionPlace[]; // set again, or a second line for the package
}

export interface PackageSet {
  readonly isCentral: boolean;
  readonly pinsTransitive: boolean;
  readonly references: readonly PackageReference[];
  readonly central: readonly CentralVersion[];
}

/** `isStray`: read alone, so that its central versions count whether or not central management is switched on there. */
export function packagesOf(evaluation: Evaluation, isStray = false): PackageSet {
  const isTrue = (name: string) => evaluation.property(name)?.toLowerCase() === 'true';
  const isCentral = isStray || isTrue('ManagePackageVersionsCentrally');
  const central = firstOfEach(itemsOf(evaluation, 'PackageVersion')).map(({ item, later }): CentralVersion => {
    const places = versionPlaces(item, evaluation);
    const overridden = [
      ...overriddenPlaces(item, evaluation),
      ...later.flatMap((one) => versionPlaces(one, evaluation)),
    ];
    return { id: item.id.trim(), version: oneVersion(places), item, places, overridden };
  });
  const lines = new Map(central.map((line) => [line.id.toLowerCase(), line]));
  const references = firstOfEach(itemsOf(evaluation, 'PackageReference')).map(({ item, later }) => {
    const line = isCentral ? (lines.get(item.id.trim().toLowerCase()) ?? null) : null;
    const reference = referenceOf(item, line, evaluation);
    const ignored = later.flatMap((one) => versionPlaces(one, evaluation));
    return { ...reference, overridden: [...reference.overridden, ...ignored] };
  });
  const global = itemsOf(evaluation, 'GlobalPackageReference').map((item) => ({
    ...referenceOf(item, null, evaluation),
    how: 'global' as const,
  }));
  return {
    isCentral,
    pinsTransitive: isCentral && isTrue('CentralPackageTransitivePinningEnabled'),
    references: [...references, ...global],
    central: isCentral ? central : [],
  };
}

/** Of several items for one package NuGet takes the first (NU1504, NU1506); one under an open condition may not be there. */
function firstOfEach(items: readonly Item[]): { item: Item; later: Item[] }[] {
  const firsts: { item: Item; later: Item[] }[] = [];
  for (const item of items) {
    const id = item.id.trim().toLowerCase();
    const first = firsts.find((one) => one.item.id.trim().toLowerCase() === id && one.item.conditions.length === 0);
    if (first) first.later.push(item);
    else firsts.push({ item, later: [] });
  }
  return firsts;
}

const versionPlaces = (item: Item, evaluation: Evaluation) => placesOf(item.metadata.get('version') ?? [], evaluation);

const overriddenPlaces = (item: Item, evaluation: Evaluation) =>
  placesOf(
    item.overridden.filter((entry) => /^version(override)?$/i.test(entry.name)),
    evaluation,
  );

function referenceOf(item: Item, central: CentralVersion | null, evaluation: Evaluation): PackageReference {
  const own = versionPlaces(item, evaluation);
  const override = placesOf(item.metadata.get('versionoverride') ?? [], evaluation);
  const overridden = overriddenPlaces(item, evaluation);
  const base = {
    id: item.id.trim(),
    project: evaluation.project,
    framework: evaluation.framework,
    reference: item,
    conditions: item.conditions,
  };
  if (central !== null && override.length === 0) {
    const { places, version } = central;
    return { ...base, how: 'central', version, places, overridden: [...overridden, ...own, ...central.overridden] };
  }
  if (override.length > 0 && central !== null) {
    return {
      ...base,
      how: 'override',
      version: oneVersion(override),
      places: override,
      overridden: [...overridden, ...own],
    };
  }
  const how = own.length > 0 ? 'reference' : 'none';
  return { ...base, how, version: oneVersion(own), places: own, overridden };
}

const oneVersion = (places: readonly VersionPlace[]): Value => {
  const values = new Set(places.map((place) => place.value));
  return values.size === 1 ? places[0]!.value || null : null;
};

const placesOf = (entries: readonly Metadata[], evaluation: Evaluation) =>
  entries.flatMap((entry) => follow(entry, evaluation));

/** From the version's text through the properties it names to the text that says it. */
function follow(entry: Metadata, evaluation: Evaluation): VersionPlace[] {
  const itemSpan = entry.span ?? entry.element.span;
  const common = { item: entry.element, itemFile: entry.file, itemSpan };
  const name = onlyProperty(entry.raw);
  if (name !== null) return followProperty(name, entry.conditions, [], common, evaluation, entry);
  return [
    {
      ...common,
      kind: entry.raw.includes('$(') ? 'computed' : 'literal',
      text: entry.raw,
      value: entry.value,
      file: entry.file,
      span: itemSpan,
      isEditable: entry.span !== null && !entry.raw.includes('$('),
      element: entry.element,
      properties: [],
      conditions: entry.conditions,
    },
  ];
}

type Common = Pick<VersionPlace, 'item' | 'itemFile' | 'itemSpan'>;

function followProperty(
  name: string,
  conditions: readonly string[],
  seen: readonly string[],
  common: Common,
  evaluation: Evaluation,
  entry: Metadata,
): VersionPlace[] {
  const properties = [...seen, name];
  const definitions = evaluation.definitionsOf(name);
  if (definitions.length === 0 || seen.some((other) => sameName(other, name))) {
    const { file, element } = entry;
    const base = { ...common, file, element, properties, conditions, span: common.itemSpan };
    return [{ ...base, kind: 'missing', text: entry.raw, value: entry.value, isEditable: false }];
  }
  return definitions.flatMap((definition) => {
    const open = [...new Set([...conditions, ...definition.conditions])];
    const next = onlyProperty(definition.raw);
    if (next !== null) return followProperty(next, open, properties, common, evaluation, entry);
    return [propertyPlace(definition, open, properties, common)];
  });
}

function propertyPlace(
  definition: PropertyDefinition,
  conditions: readonly string[],
  properties: readonly string[],
  common: Common,
): VersionPlace {
  const { raw, value, file, element } = definition;
  const span = valueSpanOf(element, file.source.text);
  const isComputed = raw.includes('$(');
  return {
    ...common,
    kind: isComputed ? 'computed' : 'property',
    text: raw,
    value,
    file,
    span: span ?? element.span,
    isEditable: span !== null && !isComputed,
    element,
    properties,
    conditions,
  };
}
