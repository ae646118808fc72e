import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../../../engine/rules/run-rules.ts';
import { factsOf } from '../../../../testing/facts-of.ts';
import { foldersIn, rulesFolder } from '../../../../testing/rule-cases.ts';
import { filesIn, solutions, workspaceFrom, workspaceOf } from '../../../../testing/workspace-from.ts';
import guide from '../../guide.ts';

const schema = `${solutions}/cases/schema`;
const cases = `${rulesFolder(guide.id)}/client-columns-added/cases`;

async function found(workspace: ReturnType<typeof workspaceOf>) {
  const run = runRules(guide, await factsOf(guide, workspace), { answers: new Map(), target: guide.defaultTarget });
  return run.findings.filter(({ rule }) => rule === 'client-columns-added');
}

describe('client-columns-added', () => {
  it.each(foldersIn(schema))('tells for %s what EF then does, once', async (name) => {
    const truth = JSON.parse(readFileSync(`${schema}/${name}/truth.json`, 'utf8'));
    const findings = await found(workspaceFrom(`${schema}/${name}/before`));
    expect(findings.map(({ evidence }) => evidence[0].path)).toEqual(
      truth.steps.map((s: { snapshot: string }) => s.snapshot),
    );
    for (const [i, { message }] of findings.entries()) {
      const step = truth.steps[i];
      const table = step.schema ? `${step.schema}.${step.table}` : step.table;
      expect(message).toContain(`The table is \`${table}\``);
      expect([...message.matchAll(/^\| `(\w+)`/gm)].map(([, column]) => column)).toEqual(step.columns);
      expect(message).toMatch(new RegExp(`-c ${step.context} -p (\\S+) -s \\S+ -o (\\S+)`));
      const [, project, output] = /-p (\S+) -s \S+ -o (\S+)/.exec(message)!;
      expect(`${project}/${output}`).toBe(step.folder);
    }
  });

  it.each(foldersIn(schema))('has nothing to say once EF has been at %s', async (name) => {
    const files = new Map([...filesIn(`${schema}/${name}/before`), ...filesIn(`${schema}/${name}/after-ef`)]);
    expect(await found(workspaceOf(files))).toEqual([]);
  });

  const messagesOf = async (name: string) =>
    (await found(workspaceFrom(`${cases}/${name}/before`))).map(({ message }) => message);

  it('names context, project, start-up project and folder in the commands', async () => {
    const [message] = await messagesOf('follows-a-derived-context-into-another-project');
    expect(message).toContain(
      'dotnet ef migrations add Update_DuendeIdentityServer_v6_3 -c AcmeClients -p Data -s Host -o Migrations\n',
    );
    expect(message).toContain('dotnet ef database update -c AcmeClients -p Data -s Host\n');
    expect(message).toContain('| `DPoPClockSkew` | `interval` | no |');
  });

  it('says what stands in the way at 6.0, and where only some columns are there', async () => {
    expect(await messagesOf('tells-that-a-snapshot-at-6-0-needs-more')).toEqual([
      expect.stringContaining('level of 6.0'),
    ]);
    const [from5] = await messagesOf('tells-what-else-a-snapshot-at-5-needs');
    expect(from5).toContain('level of 5.x');
    expect(from5).toContain(
      '`Created`, `LastAccessed`, `NonEditable`, `Updated` on the API scopes; `RequireResourceIndicator` on the API resources; the table of identity providers. It also puts unique indexes',
    );
    expect(await messagesOf('tells-a-snapshot-of-identityserver4')).toEqual([
      expect.stringContaining('was written for IdentityServer4'),
    ]);
    expect(await messagesOf('tells-a-snapshot-with-some-of-the-columns')).toEqual([
      expect.stringContaining('has some of these columns, not all'),
    ]);
  });

  const names = {
    plain: 'tells-the-product-context-with-its-commands',
    planned: 'adds-the-migration-beside-the-last-one',
    second: 'tells-a-second-database-without-migrations',
  };

  /** The case with something replaced in its project files, or in those that end otherwise. */
  async function changed(name: string, from: string, to: string, end = '.csproj') {
    const files = filesIn(`${cases}/${name}/before`);
    for (const [path, bytes] of files) {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      if (path.endsWith(end)) files.set(path, new TextEncoder().encode(text.replace(from, to)));
    }
    return found(workspaceOf(files));
  }

  const toTable = '                    b.ToTable("Clients", (string)null);';
  const tableSays = (text: string) => changed(names.planned, toTable, text, 'ModelSnapshot.cs');
  const line = (text: string) => `${' '.repeat(20)}${text}`;
  const lambda = (statement: string) =>
    [
      line('b.ToTable("Clients", null, t =>'),
      `    ${line('{')}`,
      `        ${line(statement)}`,
      `    ${line('});')}`,
    ].join('\n');

  it.each([
    ['IsTemporal', `${toTable}\n\n${line('b.ToTable(tb => tb.IsTemporal(ttb =>')}`],
    ['ExcludeFromMigrations', lambda('t.ExcludeFromMigrations();')],
    ['HasData', `${toTable}\n\n${line('b.HasData(')}`],
    ['SplitToTable', `${toTable}\n\n${line('b.SplitToTable("ClientTexts", t =>')}`],
    ['HasAnnotation', `${toTable}\n\n${line('b.HasAnnotation("Acme:Sharded", true);')}`],
    ['UseCollation', `${toTable}\n\n${line('MySqlEntityTypeBuilderExtensions.UseCollation(b, "utf8mb4_bin");')}`],
  ])('leaves a table with %s to EF', async (statement, text) => {
    const [finding] = await tableSays(text);
    expect(finding?.message).toContain(`No edit is offered: the snapshot says \`${statement}\` of the table`);
    expect(finding?.message).not.toContain('Accept the migration');
    expect(finding?.fixes).toEqual([]);
    expect(finding?.scripts).not.toEqual([]);
  });

  it.each([
    lambda('t.HasTrigger("Clients_Changed");'),
    `${toTable}\n\n${line('b.HasAnnotation("SqlServer:UseSqlOutputClause", false);')}`,
    `${toTable}\n\n${line('SqlServerEntityTypeBuilderExtensions.IsMemoryOptimized(b);')}`,
    `${toTable}\n\n${line('b.HasDiscriminator().HasValue("Client");')}\n\n${line('b.UseTphMappingStrategy();')}`,
  ])('adds the migration where EF would write nothing else: %s', async (text) => {
    const [finding] = await tableSays(text);
    expect(finding?.message).toContain('Accept the migration');
    expect(finding?.fixes.map(({ id }) => id)).toEqual(['add-migration']);
  });

  it.each([
    'protected override void ConfigureConventions(ModelConfigurationBuilder b) => b.Properties<TimeSpan>().HaveConversion<long>();',
    'void All(IMutableProperty p) { if (p.ClrType == typeof(TimeSpan)) p.SetColumnType("bigint"); }',
  ])('leaves a time span for which the code has a rule to EF: %s', async (member) => {
    const context = `class Model : ConfigurationDbContext<Model>\n{\n    ${member}\n}\n`;
    const using = 'using Duende.IdentityServer.EntityFramework.DbContexts;\n';
    const run = 'builder.Build().Run();';
    const [finding] = await changed(names.planned, run, `${run}\n${using}${context}`, 'Program.cs');
    expect(finding?.message).toContain('`Program.cs` has a rule for `TimeSpan`');
    const [other] = await changed(
      names.planned,
      run,
      `${run}\n${using}${context.replace('TimeSpan', 'DateTime')}`,
      'Program.cs',
    );
    expect(other?.fixes).toHaveLength(1);
  });

  it('goes by another column where the one beside is mapped apart', async () => {
    const pkce = 'b.Property<bool>("RequirePkce")\n                        .HasColumnType("bit")';
    const [one] = await changed(
      names.planned,
      pkce,
      pkce.replace('\n', '\n                        .ValueGeneratedOnAdd()\n'),
      'ModelSnapshot.cs',
    );
    expect(one?.fixes).toHaveLength(1);
  });

  it('says how it fails when forgotten, by the EF that the projects use', async () => {
    expect(await messagesOf(names.plain)).toEqual([expect.stringContaining('the first query for a client fails')]);
    const [finding] = await changed(names.plain, 'SqlServer" Version="6.0.1"', 'SqlServer" Version="9.0.5"');
    expect(finding?.message).toContain('Without them EF 9 refuses to migrate');
    expect(finding?.message).toContain('dotnet ef migrations has-pending-model-changes ');
    expect((await messagesOf(names.plain))[0]).toContain('dotnet ef migrations script --idempotent ');
  });

  it('says what EF would rewrite where an older one wrote the snapshot, and still adds four columns only', async () => {
    const [finding] = await changed(names.planned, '8.0.8', '10.0.1');
    expect(finding?.message).toContain('EF 8 wrote this snapshot, and the project uses EF 10.');
    expect(finding?.fixes).toHaveLength(1);
  });

  it('says that Pomelo leaves changes of its own pending', async () => {
    const files = new Map(
      [...filesIn(`${schema}/mysql-ef8/before`)].map(([path, bytes]) => [
        path,
        new TextEncoder().encode(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('"8.0.30"', '"6.0.1"'),
        ),
      ]),
    );
    const [finding] = await found(workspaceOf(files));
    expect(finding?.message).toContain('every integer key then has an `AlterColumn` pending');
  });

  it('says why there is no SQL for a schema on MySQL', async () => {
    const files = new Map(
      [...filesIn(`${schema}/mysql-ef8/before`)].map(([path, bytes]) => [
        path,
        new TextEncoder().encode(
          new TextDecoder('utf-8', { ignoreBOM: true })
            .decode(bytes)
            .replaceAll('b.ToTable("Clients", (string)null)', 'b.ToTable("Clients", "idp")'),
        ),
      ]),
    );
    const [finding] = await found(workspaceOf(files));
    expect(finding?.message).toContain('MySQL has no schemas, and what becomes of `idp` is up to `SchemaBehavior`');
    expect(finding?.scripts).toEqual([]);
    expect(finding?.fixes[0]?.scripts).toEqual([]);
  });

  it('names schema and history table in the scripts as the options have them', async () => {
    const findings = await found(workspaceFrom(`${cases}/${names.second}/before`));
    const [sqlServer, sqlite] = findings.map(
      ({ fixes, scripts }) => fixes[0]?.scripts?.[0]?.text ?? scripts?.[0]?.text,
    );
    expect(sqlServer).toContain('INSERT INTO [ops].[__ClientsHistory] ([MigrationId], [ProductVersion])');
    expect(sqlite).toContain('ALTER TABLE "Clients" ADD "RequireDPoP"');
  });

  it("writes the naming package's column names into its history too", async () => {
    const [finding] = await found(workspaceFrom(`${cases}/knows-the-names-of-the-naming-package/before`));
    expect(finding?.fixes[0]?.scripts?.[0]?.text).toContain('("migration_id", "product_version")');
  });

  it.each([
    ['asks-for-names-that-no-rule-tells', 'Answer `column-names`'],
    ['tells-a-snapshot-that-was-reshaped', 'not in the form in which EF writes it'],
    ['tells-two-snapshots-of-one-context', 'there are 2 snapshots of `ConfigurationDbContext` in one project'],
    ['tells-a-snapshot-in-two-files', 'the class of the snapshot is in several files'],
    ['tells-a-migration-whose-id-has-no-time', '`Ids.Clients`, is not a text that begins with 14 digits'],
    ['tells-a-column-type-of-the-teams-own', 'mapped in a way of your own'],
    ['tells-the-product-context-with-its-commands', 'other changes of the model must be settled first'],
  ])('says why %s gets no edit', async (name, why) => {
    expect((await messagesOf(name))[0]).toMatch(new RegExp(`No edit is offered: .*${why}`));
  });
});
