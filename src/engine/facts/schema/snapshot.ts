import type { Span } from '../../text/span.ts';
import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import { type SourceFile, sourceOf, type Workspace } from '../../workspace/workspace.ts';
import { allMigrations, contextOf, isPart, type Migration, migrationsBeside } from './migrations.ts';
import type { Provider } from './provider.ts';
import { addedClientProperties, clientPropertiesAt62 } from './provider.ts';
import { type SnapshotForm, snapshotForm } from './snapshot-form.ts';
import { untriedStatement } from './table-statements.ts';

/** The product's levels of the clients table. 6.1 and 6.2 are one level; `mixed`: some of 6.3's columns, not all. */
export type SchemaLevel = 'IdentityServer4' | '5.x' | '6.0' | '6.2' | '6.3' | '7.0' | 'mixed';

/** What EF last wrote down about a context that holds the product's clients. */
export interface ClientSnapshot {
  readonly file: SourceFile;
  readonly path: FilePath;
  readonly context: string; // simple name, from [DbContext(typeof(…))]
  readonly provider: Provider;
  readonly efVersion: string | null; // of Microsoft.EntityFrameworkCore when it was written
  readonly level: SchemaLevel;
  readonly table: { readonly name: string; readonly schema: string | null } | null;
  readonly entity: Span; // the line that opens the Client block
  readonly missing: readonly string[]; // properties that a client has at 6.2 and this one lacks
  readonly migrations: readonly Migration[]; // of this context, oldest first
  readonly neighbours: readonly Migration[]; // of the other contexts of the project
  readonly migrationsFolder: string; // where the newest migration of this context stands, else the snapshot's own
  readonly ownEntity: string | null; // the class derived from the stored client that the table is of
  readonly untried: string | null; // a statement about the table with which a new column may be more than a column
  readonly isWhole: boolean; // false: its class is in several files
  readonly form: SnapshotForm | null; // null: not as EF writes it
}

const openClient =
  /modelBuilder\.Entity\("(Duende\.IdentityServer|IdentityServer4)\.EntityFramework\.Entities\.Client",\s*b\s*=>/;

/** `ownEntities`: full names of classes derived from the stored client. */
export function clientSnapshots(workspace: Workspace, ownEntities: readonly string[] = []): ClientSnapshot[] {
  const files = snapshotFiles(workspace);
  return files.flatMap((file) => {
    const products = openClient.exec(file.text);
    const own = products ? null : openingOf(ownEntities, file.text);
    const opening = products ?? own;
    const isWhole = contextOf(file.text) !== null;
    const context = isWhole ? contextOf(file.text) : contextOfParts(file, files);
    if (!opening || !context) return [];
    const block = blockAt(file.text, opening.index);
    const properties = propertiesIn(block);
    const provider = providerOf(file.text);
    const beside = migrationsBeside(workspace, file.path);
    const migrations = beside.filter((migration) => migration.context === context);
    return {
      file,
      path: file.path,
      context,
      provider,
      efVersion: /HasAnnotation\("ProductVersion",\s*"([^"]+)"\)/.exec(file.text)?.[1] ?? null,
      level: opening[1] === 'IdentityServer4' ? opening[1] : levelOf(properties),
      missing: clientPropertiesAt62.filter((name) => !properties.has(name)),
      table: tableIn(block, file.text),
      entity: { start: opening.index, end: opening.index + opening[0].length },
      migrations,
      neighbours: beside.filter((migration) => migration.context !== context),
      migrationsFolder: migrations.at(-1)?.folder ?? folderOf(file.path),
      ownEntity: own?.[1] ?? null,
      untried: untriedStatement(block, headOf(file.text), provider),
      isWhole,
      form: isWhole && !own ? snapshotForm(file.text, opening.index) : null,
    };
  });
}

const openingOf = (entities: readonly string[], text: string) =>
  entities
    .map((name) => new RegExp(`modelBuilder\\.Entity\\("(${name.replaceAll('.', '\\.')})",\\s*b\\s*=>`).exec(text))
    .find((opening) => opening !== null) ?? null;

/** By the name that EF gives them, or beside migrations under another; with the parts of a class that someone took apart. */
function snapshotFiles(workspace: Workspace): SourceFile[] {
  const folders = new Set(
    allMigrations(workspace).flatMap(({ folder, designer }) => [folder, folderOf(designer.path)]),
  );
  return [...workspace.files.keys()]
    .filter((path) => path.endsWith('.cs'))
    .filter((path) => /ModelSnapshot\.cs$/.test(path) || folders.has(folderOf(path)))
    .map((path) => sourceOf(workspace.files.get(path)!))
    .filter((file) => file.kind === 'text')
    .filter(
      ({ path, text }) =>
        /ModelSnapshot\.cs$/.test(path) || /\bclass \w+ : ModelSnapshot\b|\bclass \w+ModelSnapshot\b/.test(text),
    );
}

/** The attribute may stand on another part of the class. */
function contextOfParts(file: SourceFile, files: readonly SourceFile[]): string | null {
  const className = /\bpartial class (\w+)/.exec(file.text)?.[1];
  const parts = className ? files.filter((other) => isPart(other, file, className)) : [];
  return parts.map(({ text }) => contextOf(text)).find((context) => context !== null) ?? null;
}

/** The part of the model that is about one entity, up to the next; a second one about it holds navigations only. */
function blockAt(text: string, start: number) {
  const end = text.indexOf('modelBuilder.Entity(', start + 1);
  return text.slice(start, end < 0 ? undefined : end);
}

/** What it says of the model as a whole. */
const headOf = (text: string) => text.slice(0, text.indexOf('modelBuilder.Entity('));

/** What a snapshot of the product has for one of its entities; empty where it has none. */
export function entityProperties(text: string, entity: string): ReadonlySet<string> {
  const start = text.search(new RegExp(`modelBuilder\\.Entity\\("[\\w.]+\\.EntityFramework\\.Entities\\.${entity}",`));
  return start < 0 ? new Set() : propertiesIn(blockAt(text, start));
}

const propertiesIn = (block: string) =>
  new Set([...block.matchAll(/\.Property<[^>]+>+\("(\w+)"\)/g)].map(([, name]) => name!));

/** By what each release added to the product's own snapshot. */
function levelOf(properties: ReadonlySet<string>): SchemaLevel {
  const added = addedClientProperties.filter((name) => properties.has(name)).length;
  if (added === addedClientProperties.length) return properties.has('PushedAuthorizationLifetime') ? '7.0' : '6.3';
  if (added > 0) return 'mixed';
  if (properties.has('CoordinateLifetimeWithUserSession')) return '6.2';
  return properties.has('CibaLifetime') ? '6.0' : '5.x';
}

function tableIn(block: string, text: string) {
  const found = /\.ToTable\("([^"]+)"(?:,\s*(?:"([^"]+)"|\(string\)null))?/.exec(block);
  if (!found) return null;
  const isExplicit = /\.ToTable\("[^"]+",/.test(block);
  const fallback = isExplicit ? null : (/\.HasDefaultSchema\("([^"]+)"\)/.exec(text)?.[1] ?? null);
  return { name: found[1]!, schema: found[2] ?? fallback };
}

/** Each provider leaves its mark, but for SQL Server before EF 6, Pomelo 6 and SQLite: those show by their column types. */
function providerOf(text: string): Provider {
  if (/SqlServer(ModelBuilderExtensions|:)|HasColumnType\("(datetime2|bit)"\)/.test(text)) return 'sqlserver';
  if (/Npgsql(ModelBuilderExtensions|:|\.)/.test(text)) return 'npgsql';
  if (/MySql(ModelBuilderExtensions|:)|HasColumnType\("(tinyint\(1\)|datetime\(6\))"\)/.test(text)) return 'mysql';
  if (/Oracle(ModelBuilderExtensions|:)|HasColumnType\("NUMBER\(/.test(text)) return 'oracle';
  return /HasColumnType\("TEXT"\)/.test(text) ? 'sqlite' : 'unknown';
}
