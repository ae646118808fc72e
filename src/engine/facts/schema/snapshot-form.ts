import type { Span } from '../../text/span.ts';

/** One property of an entity as EF writes it: `b.Property<T>("Name")`, and a chain of calls, each on its own line. */
export interface PropertyStatement {
  readonly name: string;
  readonly type: string; // C#'s
  readonly start: number; // of its first line
  readonly calls: readonly { readonly method: string; readonly argument: string }[];
}

/**
 * Where things stand in a snapshot that EF wrote and nobody reshaped: what a migration and its Designer are derived from.
 * The indents are the file's own, so that an IDE's "convert to file-scoped namespace" is still EF's form.
 */
export interface SnapshotForm {
  readonly usings: readonly { readonly namespace: string; readonly start: number }[]; // start: of the line
  readonly usingsEnd: number; // after the last one's line
  readonly namespace: { readonly name: string; readonly span: Span; readonly isFileScoped: boolean };
  readonly declaration: Span; // `partial class XModelSnapshot : ModelSnapshot`
  readonly indent: string; // of the declaration
  readonly method: Span; // `protected override void BuildModel(`
  readonly properties: readonly PropertyStatement[]; // of the client, in order
  readonly keys: readonly string[];
  readonly propertiesEnd: number; // where one more would begin
  readonly propertyIndent: string;
  readonly callIndent: string;
}

/** null where it isn't in that form. `client` is the offset of the line that opens the client's block. */
export function snapshotForm(text: string, client: number): SnapshotForm | null {
  const head = headOf(text);
  const block = head && blockOf(text, client);
  return head && block && isSorted(block) ? { ...head, ...block } : null;
}

type Head = Pick<SnapshotForm, 'usings' | 'usingsEnd' | 'namespace' | 'declaration' | 'indent' | 'method'>;
type Block = Omit<SnapshotForm, keyof Head>;

function headOf(text: string): Head | null {
  const namespace = only(text, /^namespace ([\w.]+)(;?)[ \t]*\r?$/gm);
  const declaration = only(text, /^([ \t]*)(partial class \w+ : ModelSnapshot)[ \t]*\r?$/gm);
  const method = only(text, /^[ \t]*(protected override void BuildModel\()ModelBuilder modelBuilder\)/gm);
  const usings = [...text.matchAll(/^using ([\w.]+);[ \t]*\r?\n/gm)];
  const last = usings.at(-1);
  if (!namespace || !declaration || !method || !last) return null;
  const nameStart = namespace.index + 'namespace '.length;
  return {
    usings: usings.map((match) => ({ namespace: match[1]!, start: match.index })),
    usingsEnd: last.index + last[0].length,
    namespace: {
      name: namespace[1]!,
      span: { start: nameStart, end: nameStart + namespace[1]!.length },
      isFileScoped: namespace[2] === ';',
    },
    declaration: spanOf(declaration, declaration[1]!.length, declaration[2]!),
    indent: declaration[1]!,
    method: spanOf(method, method[0].indexOf('protected'), method[1]!),
  };
}

const spanOf = (match: RegExpExecArray, offset: number, part: string): Span => ({
  start: match.index + offset,
  end: match.index + offset + part.length,
});

function only(text: string, pattern: RegExp): RegExpExecArray | null {
  const [match, ...others] = text.matchAll(pattern);
  return match && others.length === 0 ? match : null;
}

const lines = {
  property: /^([ \t]*)b\.Property<(.+)>\("(\w+)"\)(;?)$/,
  call: /^([ \t]*)\.(\w+)\((.*?)\)(;?)$/,
  extension: /^[ \t]*\w+Extensions\.\w+\(b\.Property<.+>\("\w+"\)(, .*)?\);$/, // `UseIdentityColumn` and its kin
  key: /^[ \t]*b\.HasKey\((.*)\)(;?)$/,
};

/** Statements up to the first that is no property; each is followed by an empty line. */
function blockOf(text: string, client: number): Block | null {
  const properties: (PropertyStatement & { calls: { method: string; argument: string }[] })[] = [];
  const indents = new Set<string>();
  const callIndents = new Set<string>();
  let isOpen = false; // inside a chain
  let isAfterBlank = true;
  for (const { start, line } of linesFrom(text, client).slice(2)) {
    const [, indent = '', type = '', name = '', end] = lines.property.exec(line) ?? [];
    const [, callIndent = '', method = '', argument = '', callEnd] = lines.call.exec(line) ?? [];
    if (name && !isOpen && isAfterBlank) {
      properties.push({ name, type, start, calls: [] });
      indents.add(indent);
      isOpen = end === '';
    } else if (method && isOpen) {
      properties.at(-1)!.calls.push({ method, argument });
      callIndents.add(callIndent);
      isOpen = callEnd === '';
    } else if (isOpen || (line !== '' && !isAfterBlank)) {
      return null;
    } else if (line !== '' && !lines.extension.test(line)) {
      const keys = [...(lines.key.exec(line)?.[1] ?? '').matchAll(/"(\w+)"/g)].map(([, key]) => key!);
      const [propertyIndent, ...otherIndents] = indents;
      const [ownCallIndent, ...otherCallIndents] = callIndents;
      const isEven = otherIndents.length === 0 && otherCallIndents.length === 0;
      return propertyIndent !== undefined && ownCallIndent !== undefined && isEven && keys.length > 0
        ? { properties, keys, propertiesEnd: start, propertyIndent, callIndent: ownCallIndent }
        : null;
    }
    isAfterBlank = line === '';
  }
  return null;
}

function linesFrom(text: string, offset: number): { start: number; line: string }[] {
  let start = text.lastIndexOf('\n', offset) + 1;
  return text
    .slice(start)
    .split('\n')
    .map((raw) => {
      const line = { start, line: raw.replace(/\r$/, '') };
      start += raw.length + 1;
      return line;
    });
}

/** Keys first, the rest in ordinal order of their names. */
function isSorted({ properties, keys }: Block): boolean {
  const rest = properties.map(({ name }) => name).slice(keys.length);
  const areKeysFirst = properties.slice(0, keys.length).every(({ name }) => keys.includes(name));
  return areKeysFirst && rest.every((name, i) => i === 0 || rest[i - 1]! < name);
}
