import { describe, expect, it } from 'vitest';
import { testGrammar } from '../../../testing/grammar.ts';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readFacts } from '../read-facts.ts';
import {
  configurationContexts,
  configurationStoreNames,
  contextInterface,
  productContext,
} from './configuration-store.ts';
import { efCommands } from './ef-commands.ts';
import { providerMethods } from './provider.ts';

const project = (...references: string[]) => `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net6.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Duende.IdentityServer.EntityFramework" Version="6.2.0" />
    ${references.map((path) => `<ProjectReference Include="${path}" />`).join('\n')}
  </ItemGroup>
</Project>`;

const names = [
  ...configurationStoreNames,
  productContext,
  contextInterface,
  ...providerMethods,
  'MigrationsAssembly',
  'CreateBuilder',
];

const factsOf = async (files: Record<string, string>) =>
  readFacts(workspaceOfTexts(files), { grammar: await testGrammar(), names });

/** The contexts of one project with this code. */
const contextsOf = async (code: string) =>
  configurationContexts(await factsOf({ 'App.csproj': project(), 'Code.cs': code })).map(({ name, registrations }) => ({
    name,
    providers: registrations.flatMap(({ providers }) => providers),
    assemblies: registrations.map(({ migrationsAssembly }) => migrationsAssembly),
  }));

const inMethod = (statements: string) => `using Microsoft.Extensions.DependencyInjection;
class Setup { void Add(IServiceCollection services, IIdentityServerBuilder server) { ${statements} } }`;

describe('configurationContexts', () => {
  it('reads provider and migrations assembly inside the options', async () => {
    const code = inMethod(
      'services.AddIdentityServer().AddConfigurationStore(o => o.ConfigureDbContext = b => b.UseMySql("…", v, x => x.MigrationsAssembly("Data")));',
    );
    expect(await contextsOf(code)).toEqual([
      { name: 'ConfigurationDbContext', providers: ['mysql'], assemblies: ['"Data"'] },
    ]);
  });

  it('does not take the provider of another store in the same file', async () => {
    const code = inMethod(`
      server.AddConfigurationStore(o => o.ConfigureDbContext = b => b.UseNpgsql("…"));
      server.AddOperationalStore(o => o.ConfigureDbContext = b => b.UseSqlServer("…"));`);
    expect((await contextsOf(code))[0]?.providers).toEqual(['npgsql']);
  });

  it('names every provider that is chosen among at run time', async () => {
    const code = inMethod(
      'server.AddConfigurationStore(o => o.ConfigureDbContext = b => { if (x) b.UseNpgsql("…"); else b.UseSqlite("…"); });',
    );
    expect((await contextsOf(code))[0]?.providers.toSorted()).toEqual(['npgsql', 'sqlite']);
  });

  it('passes over a helper that hands on its own type parameter', async () => {
    const code = `static class Helper {
      public static IIdentityServerBuilder AddStore<TContext>(this IIdentityServerBuilder server) where TContext : DbContext =>
        server.AddConfigurationStore<TContext>(o => o.ConfigureDbContext = b => b.UseSqlServer("…")); }`;
    expect(await contextsOf(code)).toEqual([]);
  });

  it('follows a helper’s type parameter to those who give it, over several helpers', async () => {
    const code = `using Duende.IdentityServer.EntityFramework.Interfaces;
    interface IOwn : IConfigurationDbContext { }
    class Own : DbContext, IOwn { }
    static class Helper {
      public static void AddAll<TUser, TContext>(this IServiceCollection services) where TContext : DbContext, IOwn =>
        services.AddIdentityServer().AddStore<TContext>();
      public static IIdentityServerBuilder AddStore<TContext>(this IIdentityServerBuilder server) where TContext : DbContext, IOwn =>
        server.AddConfigurationStore<TContext>(o => o.ConfigureDbContext = b => b.UseSqlServer("…"));
      public static void Start(IServiceCollection services) => services.AddAll<string, Own>(); }`;
    expect(await contextsOf(code)).toEqual([{ name: 'Own', providers: ['sqlserver'], assemblies: [null] }]);
  });

  it('keeps contexts of one name apart where no reference joins their projects', async () => {
    const snapshot = `[DbContext(typeof(ConfigurationDbContext))]
      modelBuilder.Entity("Duende.IdentityServer.EntityFramework.Entities.Client", b =>
      { b.Property<int>("Id").HasColumnType("int"); b.ToTable("Clients"); });`;
    const host =
      'builder.Services.AddIdentityServer().AddConfigurationStore(o => o.ConfigureDbContext = b => b.UseSqlite("…"));';
    const files = {
      'A/A.csproj': project(),
      'A/Program.cs': host,
      'A/Migrations/ConfigurationDbContextModelSnapshot.cs': snapshot,
      'B/B.csproj': project('../Data/Data.csproj'),
      'B/Program.cs': host,
      'Data/Data.csproj': project().replace('Sdk.Web', 'Sdk'),
      'Data/Migrations/ConfigurationDbContextModelSnapshot.cs': snapshot,
    };
    const apart = async (files: Record<string, string>) =>
      configurationContexts(await factsOf(files))
        .map(({ registrations, snapshots }) => [...registrations, ...snapshots].map(({ path }) => path.split('/')[0]))
        .sort();
    expect(await apart(files)).toEqual([
      ['A', 'A'],
      ['B', 'Data'],
    ]);
    // Migrations that nothing refers to are those of the one that has none.
    expect(await apart({ ...files, 'B/B.csproj': project() })).toEqual([
      ['A', 'A'],
      ['B', 'Data'],
    ]);
  });

  it('takes provider, assembly and history from a factory for EF’s tools', async () => {
    const code = `using Microsoft.EntityFrameworkCore.Design; using Duende.IdentityServer.EntityFramework.DbContexts;
      class Factory : IDesignTimeDbContextFactory<ConfigurationDbContext> {
        public ConfigurationDbContext CreateDbContext(string[] args) {
          var o = new DbContextOptionsBuilder<ConfigurationDbContext>();
          o.UseNpgsql("…", x => { x.MigrationsAssembly("Data"); x.MigrationsHistoryTable("h", "ops"); });
          return new(o.Options); } }
      class Other : IDesignTimeDbContextFactory<PersistedGrantDbContext> {
        public PersistedGrantDbContext CreateDbContext(string[] args) { new X().UseSqlServer("…"); return null; } }`;
    const facts = await factsOf({ 'App.csproj': project(), 'Code.cs': code });
    const contexts = configurationContexts(facts).map(({ name, factories }) => [
      name,
      factories.map(({ providers, migrationsAssembly, historyTable }) => ({
        providers,
        migrationsAssembly,
        historyTable,
      })),
    ]);
    const history = { name: 'h', schema: 'ops' };
    expect(contexts).toEqual([
      ['ConfigurationDbContext', [{ providers: ['npgsql'], migrationsAssembly: '"Data"', historyTable: history }]],
    ]);
  });

  it('finds a factory behind a base of the team’s own', async () => {
    const code = `using Microsoft.EntityFrameworkCore.Design; using Duende.IdentityServer.EntityFramework.DbContexts;
      abstract class Base<T> : IDesignTimeDbContextFactory<T> where T : DbContext { }
      class Factory : Base<ConfigurationDbContext> { void M() => new X().UseSqlite("…"); }`;
    const facts = await factsOf({ 'App.csproj': project(), 'Code.cs': code });
    expect(configurationContexts(facts).map(({ factories }) => factories.map(({ providers }) => providers))).toEqual([
      [['sqlite']],
    ]);
  });

  it('knows an own context without registration', async () => {
    const code = `using Duende.IdentityServer.EntityFramework.Interfaces; class Own : DbContext, IConfigurationDbContext { }`;
    expect(await contextsOf(code)).toEqual([{ name: 'Own', providers: [], assemblies: [] }]);
  });
});

describe('efCommands', () => {
  const program = `WebApplication.CreateBuilder(args).Services.AddIdentityServer()
    .AddConfigurationStore(o => o.ConfigureDbContext = b => b.UseSqlServer("…", x => x.MigrationsAssembly("Acme.Data")));`;

  it('starts where the solution file is, below a root folder too', async () => {
    const facts = await factsOf({
      'acme-main/Acme.sln': '',
      'acme-main/src/Host/Host.csproj': project('../Acme.Data/Acme.Data.csproj'),
      'acme-main/src/Host/Program.cs': program,
      'acme-main/src/Acme.Data/Acme.Data.csproj': project().replace('Sdk.Web', 'Sdk'),
    });
    const commands = efCommands(facts, configurationContexts(facts)[0]!, null, 8);
    expect(commands?.from).toBe('acme-main');
    expect(commands?.bash).toEqual({
      check: 'dotnet ef migrations has-pending-model-changes -c ConfigurationDbContext -p src/Acme.Data -s src/Host',
      add: 'dotnet ef migrations add Update_DuendeIdentityServer_v6_3 -c ConfigurationDbContext -p src/Acme.Data -s src/Host -o Migrations/ConfigurationDb',
      update: 'dotnet ef database update -c ConfigurationDbContext -p src/Acme.Data -s src/Host',
    });
  });

  it.each([
    ['a constant', 'const string Home = "Acme.Data";', 'Home'],
    ['a type of it', '', 'typeof(Marker).Assembly.GetName().Name'],
    ['a variable', 'var home = typeof(Acme.Marker).Assembly.GetName().Name;', 'home'],
    ['its assembly name', '', '"Acme.Storage"'],
  ])('finds the project of the migrations by %s', async (_, statement, argument) => {
    const facts = await factsOf({
      'Host/Host.csproj': project('../Data/Acme.Data.csproj'),
      'Host/Program.cs': `${statement} WebApplication.CreateBuilder(args).Services.AddIdentityServer()
        .AddConfigurationStore(o => o.ConfigureDbContext = b => b.UseSqlServer("…", x => x.MigrationsAssembly(${argument})));`,
      'Data/Acme.Data.csproj': project()
        .replace('Sdk.Web', 'Sdk')
        .replace(
          '<PropertyGroup>',
          argument === '"Acme.Storage"'
            ? '<PropertyGroup><AssemblyName>Acme.Storage</AssemblyName>'
            : '<PropertyGroup>',
        ),
      'Data/Marker.cs': 'namespace Acme; public class Marker { }',
    });
    expect(efCommands(facts, configurationContexts(facts)[0]!, null, 8)?.bash.update).toContain('-p Data -s Host');
  });

  it('starts with the project of a factory that stands neither with the migrations nor in a host', async () => {
    const files = {
      'Host/Host.csproj': project('../Data/Data.csproj'),
      'Host/Program.cs': program.replace('Acme.Data', 'Data'),
      'Data/Data.csproj': project().replace('Sdk.Web', 'Sdk'),
      'Tools/Tools.csproj': project('../Data/Data.csproj').replace('Sdk.Web', 'Sdk'),
    };
    const factory = `using Microsoft.EntityFrameworkCore.Design; using Duende.IdentityServer.EntityFramework.DbContexts;
      class Factory : IDesignTimeDbContextFactory<ConfigurationDbContext> { }`;
    const start = async (path: string) => {
      const facts = await factsOf({ ...files, [path]: factory });
      return efCommands(facts, configurationContexts(facts)[0]!, null, 8)?.bash.update;
    };
    expect(await start('Tools/Factory.cs')).toContain('-p Data -s Tools');
    expect(await start('Data/Factory.cs')).toContain('-p Data -s Host');
  });

  it('quotes a path with blanks, and says "." where project and solution share a folder', async () => {
    const facts = await factsOf({ 'My Host/Host.csproj': project(), 'My Host/Program.cs': program });
    expect(efCommands(facts, configurationContexts(facts)[0]!, null, 8)?.bash.update).toContain(
      "-p 'My Host' -s 'My Host'",
    );
    const flat = await factsOf({ 'Host.csproj': project(), 'Host.sln': '', 'Program.cs': program });
    expect(efCommands(flat, configurationContexts(flat)[0]!, null, 8)?.powerShell.update).toContain('-p . -s .');
  });

  it('quotes what bash and PowerShell quote differently', async () => {
    const facts = await factsOf({ "O'Neil $x/Host.csproj": project(), "O'Neil $x/Program.cs": program });
    const commands = efCommands(facts, configurationContexts(facts)[0]!, null, 6);
    expect(commands?.bash.update).toContain("-p 'O'\\''Neil $x'");
    expect(commands?.powerShell.update).toContain("-p 'O''Neil $x'");
  });

  it('checks with a script where EF has no command for it', async () => {
    const facts = await factsOf({ 'Host/Host.csproj': project(), 'Host/Program.cs': program });
    expect(efCommands(facts, configurationContexts(facts)[0]!, null, 7)?.bash.check).toBe(
      'dotnet ef migrations script --idempotent -c ConfigurationDbContext -p Host -s Host --output clients-6.3.sql',
    );
  });

  it('has nothing to type where there is no project', async () => {
    const facts = await factsOf({ 'Program.cs': program });
    expect(efCommands(facts, configurationContexts(facts)[0]!, null, 8)).toBeNull();
  });
});
