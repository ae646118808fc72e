import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import { globMatcher, isGlob } from '../../workspace/globs.ts';
import { both, holds, not, type Truth } from './condition.ts';
import { expand, type Scope, type Value } from './expand.ts';
import { frameworkOf } from './frameworks.ts';
import type { MsBuildFile, MsBuildFiles } from './msbuild-files.ts';
import { absolute, archivePath } from './paths.ts';
import { isSetElsewhere, wellKnown } from './well-known.ts';
import { attributeOf, childrenNamed, sameName, textOf, type XmlElement } from './xml.ts';

/** One place that gives a property its value. */
export interface PropertyDefinition {
  readonly name: string;
  readonly raw: string; // as written, without the blanks around it
  readonly value: Value;
  readonly file: MsBuildFile;
  readonly element: XmlElement;
  readonly conditions: readonly string[]; // those we could not evaluate
}

/** An item element in the order MSBuild meets it, with the conditions around it that hold or may. */
export interface ItemElement {
  readonly element: XmlElement;
  readonly file: MsBuildFile;
  readonly conditions: readonly string[];
}

export interface Evaluation {
  readonly project: FilePath;
  readonly framework: string | null; // null: none is stated
  readonly items: readonly ItemElement[];
  readonly files: ReadonlySet<FilePath>; // everything that was read for it
  readonly unresolvedImports: readonly { file: MsBuildFile; element: XmlElement; text: string }[];
  property(name: string): Value;
  /** What may have set it last: one definition, or several where conditions stay open. */
  definitionsOf(name: string): readonly PropertyDefinition[];
  expand(text: string, file: MsBuildFile): Value;
  scope(file: MsBuildFile): Scope;
}

export interface EvaluateOptions {
  readonly globals?: Readonly<Record<string, string>>;
  /** A props or targets file no project imports, read alone: what it doesn't define itself stays open. */
  readonly isStray?: boolean;
}

/** Reads a project the way MSBuild does: all properties and imports in order, then all items with the final values. */
export function evaluate(file: MsBuildFile, files: MsBuildFiles, options: EvaluateOptions = {}): Evaluation {
  return new Evaluator(file, files, options).run();
}

interface Group {
  readonly element: XmlElement;
  readonly file: MsBuildFile;
  /** Conditions met on the way, to be asked again when all properties are known, and those of imports, already open. */
  readonly guards: readonly Guard[];
  readonly open: readonly string[];
}

type Guard = { readonly condition: string; readonly mustHold: boolean };

interface Place {
  readonly file: MsBuildFile;
  readonly guards: readonly Guard[];
  readonly open: readonly string[];
}

class Evaluator {
  readonly #properties = new Map<string, PropertyDefinition[]>();
  readonly #groups: Group[] = [];
  readonly #read = new Set<FilePath>();
  readonly #unresolved: { file: MsBuildFile; element: XmlElement; text: string }[] = [];
  readonly #globals: ReadonlyMap<string, string>;
  readonly #folder: string;

  constructor(
    private readonly project: MsBuildFile,
    private readonly files: MsBuildFiles,
    private readonly options: EvaluateOptions,
  ) {
    this.#globals = new Map(Object.entries(options.globals ?? {}).map(([k, v]) => [k.toLowerCase(), v]));
    this.#folder = folderOf(project.path);
  }

  run(): Evaluation {
    if (this.options.isStray) this.#walkFile(this.project, []);
    else {
      this.#walkNearest('Directory.Build.props', 'ImportDirectoryBuildProps', 'DirectoryBuildPropsPath');
      this.#walkNearest('Directory.Packages.props', 'ImportDirectoryPackagesProps', 'DirectoryPackagesPropsPath');
      this.#walkFile(this.project, []);
      this.#walkNearest('Directory.Build.targets', 'ImportDirectoryBuildTargets', 'DirectoryBuildTargetsPath');
    }
    return {
      project: this.project.path,
      framework: this.#property('TargetFramework', this.project) || null,
      items: this.#groups.flatMap((group) => this.#itemsOf(group)),
      files: this.#read,
      unresolvedImports: this.#unresolved,
      property: (name) => this.#property(name, this.project),
      definitionsOf: (name) => this.#properties.get(name.toLowerCase()) ?? [],
      expand: (text, file) => expand(text, this.#scope(file)),
      scope: (file) => this.#scope(file),
    };
  }

  /** `Directory.Build.props` and its kin: the nearest one, or the one a property names; off where a property says so. */
  #walkNearest(name: string, toggle: string, pathProperty: string) {
    if (this.#property(toggle, this.project)?.toLowerCase() === 'false') return;
    const named = this.#property(pathProperty, this.project);
    const path = named ? archivePath(this.#folder, named) : this.files.above(name, this.#folder);
    const file = path === null ? null : this.files.get(path);
    if (file) this.#walkFile(file, []);
  }

  #walkFile(file: MsBuildFile, open: readonly string[]) {
    if (this.#read.has(file.path)) return; // MSBuild imports a file once
    this.#read.add(file.path);
    this.#walk(file.root, { file, guards: [], open });
  }

  #walk(parent: XmlElement, place: Place) {
    for (const element of parent.children) {
      const name = element.name.toLowerCase();
      if (name === 'choose') this.#walkChoose(element, place);
      else if (name === 'import') this.#walkImport(element, place);
      else if (name === 'propertygroup' || name === 'importgroup') this.#enter(element, place, name);
      else if (name === 'itemgroup') {
        const guards = [...place.guards, { condition: conditionOf(element), mustHold: true }];
        this.#groups.push({ element, file: place.file, guards, open: place.open });
      }
    }
  }

  #enter(element: XmlElement, place: Place, name: 'propertygroup' | 'importgroup') {
    const condition = conditionOf(element);
    const truth = holds(condition, this.#scope(place.file));
    if (truth === false) return;
    const inside = truth === null ? { ...place, open: [...place.open, condition] } : place;
    if (name === 'importgroup') this.#walk(element, inside);
    else for (const property of element.children) this.#define(property, inside);
  }

  #define(element: XmlElement, { file, open }: Place) {
    const key = element.name.toLowerCase();
    if (this.#globals.has(key)) return;
    const condition = conditionOf(element);
    const truth = holds(condition, this.#scope(file));
    if (truth === false) return;
    const raw = textOf(element).trim();
    const conditions = truth === null ? [...open, condition] : open;
    const value = expand(raw, this.#scope(file));
    const definition = { name: element.name, raw, value, file, element, conditions };
    const before = conditions.length > 0 ? (this.#properties.get(key) ?? []) : [];
    this.#properties.set(key, [...before, definition]);
  }

  #walkChoose(choose: XmlElement, place: Place) {
    const passed: Guard[] = [];
    for (const branch of choose.children) {
      const isWhen = sameName(branch.name, 'When');
      if (!isWhen && !sameName(branch.name, 'Otherwise')) continue;
      const condition = isWhen ? conditionOf(branch) : '';
      const own = isWhen ? [{ condition, mustHold: true }] : [];
      const truth = this.#ask([...passed, ...own], place.file);
      const guards = [...place.guards, ...passed, ...own];
      const open = truth === null ? [...place.open, isWhen ? condition : 'Otherwise'] : place.open;
      if (truth !== false) this.#walk(branch, { ...place, guards, open });
      passed.push({ condition, mustHold: false });
    }
  }

  #walkImport(element: XmlElement, place: Place) {
    if (attributeOf(element, 'Sdk')) return;
    const text = attributeOf(element, 'Project')?.value ?? '';
    const condition = conditionOf(element);
    const scope = this.#scope(place.file);
    const truth = holds(condition, scope);
    if (truth === false) return;
    const open = truth === null ? [...place.open, condition] : place.open;
    const path = expand(text, scope);
    if (path === '') return;
    const relative = path === null ? null : archivePath(folderOf(place.file.path), path);
    const targets = relative === null ? [] : this.#importsAt(relative);
    for (const file of targets) this.#walkFile(file, open);
    if (targets.length === 0 && !(relative !== null && isGlob(relative)) && truth === true)
      this.#unresolved.push({ file: place.file, element, text });
  }

  #importsAt(path: string): MsBuildFile[] {
    if (!isGlob(path)) return [this.files.get(path)].filter((file) => file !== null);
    const isMeant = globMatcher(path);
    return this.files.all.filter((file) => isMeant(file.path));
  }

  #ask(guards: readonly Guard[], file: MsBuildFile): Truth {
    const scope = this.#scope(file);
    return guards.reduce<Truth>((sofar, { condition, mustHold }) => {
      const truth = holds(condition, scope);
      return both(sofar, mustHold ? truth : not(truth));
    }, true);
  }

  #itemsOf({ element, file, guards, open }: Group): ItemElement[] {
    const scope = this.#scope(file);
    const around = this.#ask(guards, file);
    if (around === false) return [];
    const asked = around === null ? guards.filter((g) => g.mustHold && holds(g.condition, scope) === null) : [];
    const outer = unique([...open, ...asked.map((g) => g.condition)]);
    return element.children.flatMap((item) => {
      const condition = conditionOf(item);
      const truth = holds(condition, scope);
      if (truth === false) return [];
      return [{ element: item, file, conditions: truth === null ? unique([...outer, condition]) : outer }];
    });
  }

  #scope(file: MsBuildFile): Scope {
    return {
      property: (name) => this.#property(name, file),
      fileAbove: (name, folder) => {
        const from = archivePath(folderOf(file.path), folder);
        const found = from === null ? null : this.files.above(name, from);
        return found === null ? '' : absolute(found);
      },
      exists: (text) => {
        const path = text === '' ? null : archivePath(this.#folder, text);
        if (text === '') return false;
        return path === null ? null : this.files.find(path) !== null || this.files.hasFolder(path);
      },
    };
  }

  #property(name: string, file: MsBuildFile): Value {
    const key = name.toLowerCase();
    const global = this.#globals.get(key);
    if (global !== undefined) return global;
    const known = wellKnown(key, this.project.path, file.path);
    if (known !== null) return known;
    const definitions = this.#properties.get(key);
    if (!definitions) return this.#undefined(name, key);
    const values = new Set(definitions.map((definition) => definition.value));
    if (definitions[0]!.conditions.length > 0) values.add(this.#undefined(name, key));
    return values.size === 1 ? [...values][0]! : null;
  }

  #undefined(name: string, key: string): Value {
    if (key === 'targetframeworkidentifier' || key === 'targetframeworkversion') {
      const framework = frameworkOf(this.#property('TargetFramework', this.project) ?? '');
      if (!framework) return null;
      return key === 'targetframeworkidentifier' ? framework.identifier : `v${framework.version}`;
    }
    if (key === 'solutiondir') {
      const folder = this.files.solutionFolder(this.#folder);
      return folder === null ? null : absolute(folder && `${folder}/`);
    }
    return this.options.isStray || isSetElsewhere(name) ? null : '';
  }
}

const conditionOf = (element: XmlElement) => attributeOf(element, 'Condition')?.value.trim() ?? '';

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** The SDK a project names, as attribute, element or import. */
export function sdkOf(root: XmlElement): string | null {
  const named =
    attributeOf(root, 'Sdk') ??
    childrenNamed(root, 'Sdk').map((sdk) => attributeOf(sdk, 'Name'))[0] ??
    childrenNamed(root, 'Import').map((element) => attributeOf(element, 'Sdk'))[0];
  return named?.value.trim() || null;
}
