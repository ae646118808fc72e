/** A type as an annotated signature or a declaration gives it. `unsaid`: no annotations hold where it is written. */
export interface TypeRef {
  readonly name: string; // full, of the library and the solution; simple, of all others
  readonly nulls: 'yes' | 'no' | 'unsaid';
  readonly since: 'before' | 'now'; // now: the library says so since the version that is moved to
  readonly args: readonly TypeRef[];
  readonly member?: string; // of the library, whose value is of that type: `Grant.Description` of an element
}

export interface LibraryParameter {
  readonly name: string;
  readonly type: TypeRef;
  readonly isOptional: boolean;
  readonly isGuarded?: boolean; // null throws there
}

export interface Signature {
  readonly parameters: readonly LibraryParameter[];
  readonly returns: TypeRef;
}

/**
 * What a version of a library says of its members, which said nothing before. Per type, without the namespace that all share:
 * properties with their type, methods as `(string name, Action? more=): .Models.Client?`, constructors under `new`, and `base`.
 * A leading dot stands for the shared namespace, a `~` behind a type for none of this said of it.
 */
export interface LibraryTable {
  readonly namespace: string;
  readonly extensionsIn: string; // the namespace that brings the extension methods
  readonly types: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly extensions: Readonly<Record<string, readonly string[]>>;
}

/** Answers what the annotations of a library say of a member. */
export class Library {
  constructor(private readonly table: LibraryTable) {}

  get typeNames(): string[] {
    return Object.keys(this.table.types).map((name) => `${this.table.namespace}.${name}`);
  }

  get extensionsIn() {
    return this.table.extensionsIn;
  }

  isType = (name: string) => this.typeOf(name) !== undefined;

  property(type: string, member: string): TypeRef | undefined {
    const found = this.find(type, member);
    return typeof found === 'string' && !found.startsWith('(') ? this.typeRef(found) : undefined;
  }

  methods(type: string, member: string): readonly Signature[] {
    const found = this.find(type, member);
    const all = found === undefined ? [] : typeof found === 'string' ? [found] : found;
    return all.filter((one) => one.startsWith('(')).map((one) => this.signature(one));
  }

  constructors = (type: string): readonly Signature[] => {
    const found = this.typeOf(type)?.new;
    return (found === undefined ? [] : typeof found === 'string' ? [found] : found).map((one) => this.signature(one));
  };

  /** Extension methods of that name, their receiver the first parameter. */
  extensions = (name: string): readonly Signature[] =>
    (Object.hasOwn(this.table.extensions, name) ? (this.table.extensions[name] ?? []) : []).map((one) =>
      this.signature(one),
    );

  private typeOf(name: string) {
    const prefix = `${this.table.namespace}.`;
    if (!name.startsWith(prefix)) return undefined;
    const key = name.slice(prefix.length);
    return Object.hasOwn(this.table.types, key) ? this.table.types[key] : undefined;
  }

  private find(type: string, member: string): string | readonly string[] | undefined {
    const own = this.typeOf(type);
    if (!own) return undefined;
    if (Object.hasOwn(own, member)) return own[member];
    const bases = typeof own.base === 'string' ? [own.base] : (own.base ?? []);
    for (const base of bases) {
      const found = this.find(`${this.table.namespace}.${base}`, member);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private signature(text: string): Signature {
    const end = text.lastIndexOf(')');
    const parameters = split(text.slice(1, end)).map((one): LibraryParameter => {
      const space = one.lastIndexOf(' ');
      const name = one.slice(space + 1);
      return {
        name: name.replace(/=$/, ''),
        type: this.typeRef(one.slice(0, space)),
        isOptional: name.endsWith('='),
      };
    });
    return { parameters, returns: this.typeRef(text.slice(end + 1).replace(/^:\s*/, '') || 'void') };
  }

  private typeRef(text: string): TypeRef {
    const nulls = text.endsWith('?') ? 'yes' : text.endsWith('~') ? 'unsaid' : 'no';
    const plain = text.replace(/[?~]$/, '');
    const list = /^([^<]*)<(.*)>$/.exec(plain);
    const name = list ? list[1]! : plain;
    return {
      name: name.startsWith('.') ? this.table.namespace + name : name,
      nulls,
      since: nulls === 'unsaid' ? 'before' : 'now',
      args: list ? split(list[2]!).map((one) => this.typeRef(one)) : [],
    };
  }
}

/** At the commas that stand outside `<…>`. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '<') depth++;
    else if (list[i] === '>') depth--;
    else if (list[i] === ',' && depth === 0) {
      parts.push(list.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...parts, list.slice(start).trim()].filter(Boolean);
}
