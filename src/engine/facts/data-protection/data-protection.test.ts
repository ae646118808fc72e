import { describe, expect, it } from 'vitest';
import { factsIn, hostIn, project, startup } from '../../../testing/host-in.ts';
import { protectedHosts } from './data-protection.ts';
import { endWithContainer } from './key-ring.ts';

const server = { 'Startup.cs': startup('services.AddIdentityServer();') };

describe('the content root', () => {
  const chain = (calls: string) => `Host.CreateDefaultBuilder(args)${calls}.Build().Run();`;
  it.each([
    ['bare', chain('')],
    ['bare', chain('.UseContentRoot(Directory.GetCurrentDirectory())')],
    ['ended', chain('.UseContentRoot(AppContext.BaseDirectory)')],
    ['ended', chain('.UseContentRoot(AppDomain.CurrentDomain.BaseDirectory)')],
    ['bare', chain('.UseContentRoot("/srv/idp")')],
    ['ended', chain('.UseContentRoot("/srv/idp/")')],
    ['ended', chain('.UseContentRoot(@"C:\\idp\\")')],
    ['ended', chain('.UseContentRoot("")')],
    ['bare', chain('.UseContentRoot(Path.GetDirectoryName(typeof(Program).Assembly.Location))')],
    ['bare', chain('.UseContentRoot(Path.Combine(root, "idp"))')],
    ['ended', chain('.UseContentRoot(Path.Combine(root, "idp/"))')],
    ['unknown', chain('.UseContentRoot(Path.Combine(root, name))')],
    ['unknown', chain('.UseContentRoot(isService ? AppContext.BaseDirectory : Directory.GetCurrentDirectory())')],
    ['unknown', chain('.UseContentRoot(args[0])')],
    ['unknown', chain('.UseContentRoot("/a").UseContentRoot("/b/")')],
    ['ended', chain('.UseWindowsService()')],
    ['ended', 'new HostBuilder().ConfigureWebHost(web => web.UseStartup<Startup>()).Build().Run();'],
    [
      'unknown',
      'using Microsoft.AspNetCore.Hosting;\nnew WebHostBuilder().UseIIS().UseStartup<Startup>().Build().Run();',
    ],
    ['bare', chain('.UseIIS()')],
    ['bare', 'new HostBuilder().UseContentRoot(Directory.GetCurrentDirectory()).Build().Run();'],
    ['ended', 'using Microsoft.AspNetCore.Hosting;\nnew WebHostBuilder().UseStartup<Startup>().Build().Run();'],
    ['ended', 'WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = "/srv/idp/" });'],
    ['bare', 'WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = "/srv/idp" });'],
    ['bare', 'var builder = WebApplication.CreateBuilder(args); builder.Host.UseWindowsService();'],
  ])('is %s in %s', async (ending, code) => {
    expect((await hostIn({ ...server, 'Program.cs': code })).contentRoot.ending).toBe(ending);
  });

  it('is shown to be the folder of the site under IIS', async () => {
    const host = await hostIn({ ...server, 'Program.cs': chain('.UseIIS()') });
    expect(host.contentRoot.places.map(({ because }) => because)).toEqual([
      'under IIS, has its content root in the folder of the site',
    ]);
  });

  it('is known where the code sets a text', async () => {
    const host = await hostIn({ ...server, 'Program.cs': chain('.UseContentRoot("/srv/idp/")') });
    expect(host.contentRoot.path).toBe('/srv/idp/');
  });

  const dockerfile = (lines: string) =>
    `FROM sdk AS build\nWORKDIR /source\nFROM aspnet AS base\nWORKDIR /base\n${lines}\n`;
  it.each([
    ['/app', dockerfile('FROM base\nWORKDIR /app\nCOPY --from=build /app .')],
    ['/base', dockerfile('FROM base AS final\nENTRYPOINT ["dotnet", "Login.dll"]')],
    ['/base/inner', dockerfile('FROM base\nWORKDIR inner')],
    [null, 'FROM aspnet\nCOPY . .'],
    [null, 'FROM aspnet\nWORKDIR $HOME/app'],
  ])('is said to be %s by a Dockerfile', async (path, text) => {
    expect((await hostIn({ ...server, Dockerfile: text })).contentRoot.said?.value ?? null).toBe(path);
  });

  it('has a separator at the root of a container, and where its environment says so', async () => {
    expect((await hostIn({ ...server, Dockerfile: 'FROM aspnet\nWORKDIR /\n' })).contentRoot.ending).toBe('ended');
    const env = 'FROM aspnet\nWORKDIR /app\nENV ASPNETCORE_CONTENTROOT=/app/\n';
    expect((await hostIn({ ...server, Dockerfile: env })).contentRoot.ending).toBe('ended');
    const other = 'FROM aspnet\nENV ASPNETCORE_CONTENTROOT=$ROOT\n';
    expect((await hostIn({ ...server, Dockerfile: other })).contentRoot.ending).toBe('unknown');
  });

  it('follows the service that builds the image, and the web.config', async () => {
    const compose =
      'services:\n  db:\n    working_dir: /db\n  login:\n    build:\n      context: .\n    working_dir: /opt/login\n    environment:\n      - ASPNETCORE_CONTENTROOT=/opt/login/\n';
    const host = await hostIn({ ...server, Dockerfile: 'FROM aspnet\nWORKDIR /app\n', 'docker-compose.yml': compose });
    expect(host.files.folders.map(({ value }) => value)).toEqual(['/app', '/opt/login']);
    expect(host.contentRoot.ending).toBe('ended');
    const iis =
      '<aspNetCore hostingModel="inprocess"><environmentVariables><environmentVariable name="ASPNETCORE_CONTENTROOT" value="C:\\idp\\" /></environmentVariables></aspNetCore>';
    const onIis = await hostIn({ ...server, 'web.config': iis });
    expect(onIis.files.iis.map(({ value }) => value)).toEqual(['inprocess']);
    expect(onIis.contentRoot.ending).toBe('ended');
  });

  it('reads a chart and a launch profile, which says nothing about the server', async () => {
    const chart =
      'spec:\n  containers:\n    - workingDir: /srv/login\n      volumeMounts:\n        - name: keys\n          mountPath: /keys\n      env:\n        - name: ASPNETCORE_CONTENTROOT\n          value: /srv/login/\n';
    const profile = '{ "profiles": { "Login": { "workingDirectory": "bin/Debug/net6.0/" } } }';
    const host = await hostIn({
      ...server,
      'helm/templates/login.yaml': chart,
      'Properties/launchSettings.json': profile,
    });
    expect(host.files.mounts.map(({ value }) => value)).toEqual(['/keys']);
    expect(host.contentRoot.ending).toBe('ended');
    expect(host.files.launch.map(({ value }) => value)).toEqual(['bin/Debug/net6.0/']);
    expect(host.contentRoot.withFramework).toBeNull();
  });

  it('moves with the framework where its path names that', async () => {
    const host = await hostIn({ ...server, Dockerfile: 'FROM aspnet\nWORKDIR /app/bin/Release/net6.0/publish\n' });
    expect(host.contentRoot.withFramework?.value).toBe('/app/bin/Release/net6.0/publish');
    expect(
      (await hostIn({ ...server, Dockerfile: 'FROM aspnet\nWORKDIR /internet6.0\n' })).contentRoot.withFramework,
    ).toBeNull();
  });
});

describe('the library that is loaded', () => {
  const reference = (id: string, version: string) => `<PackageReference Include="${id}" Version="${version}" />`;
  it.each([
    [6, '', 'net6.0'],
    [7, reference('Microsoft.AspNetCore.DataProtection', '7.0.0'), 'net6.0'],
    [8, reference('Microsoft.AspNetCore.DataProtection.StackExchangeRedis', '8.0.1'), 'net6.0'],
    [6, reference('Microsoft.AspNetCore.DataProtection.EntityFrameworkCore', '6.0.9'), 'net6.0'],
    [6, reference('Microsoft.AspNetCore.DataProtection.Abstractions', '8.0.0'), 'net6.0'],
    [8, reference('Microsoft.AspNetCore.DataProtection', '7.0.0'), 'net8.0'],
    [5, '', 'net5.0'],
    [8, '', 'net7.0;net8.0'],
    [null, '', 'net6.0;net8.0'],
    [null, '', '$(Framework)'],
  ])('is of version %s with %s on %s', async (major, inside, framework) => {
    const text = project(inside, framework).replaceAll(
      'TargetFramework>',
      framework.includes(';') ? 'TargetFrameworks>' : 'TargetFramework>',
    );
    expect((await hostIn({ ...server, 'Login.csproj': text })).deployment.library).toBe(major);
  });

  it('is the one of the lock file', async () => {
    const lock =
      '{ "dependencies": { "net6.0": { "Microsoft.AspNetCore.DataProtection": { "type": "Transitive", "resolved": "7.0.3" } } } }';
    const host = await hostIn({ ...server, 'packages.lock.json': lock });
    expect([host.deployment.library, host.library.lockFile?.version]).toEqual([7, '7.0.3']);
  });
});

describe('the keys', () => {
  const withKeys = (more: string) => startup(`services.AddIdentityServer(); services.AddDataProtection()${more};`);
  const dockerfile = 'FROM aspnet\nWORKDIR /app\n';

  it.each([
    [true, '', dockerfile],
    [false, '', 'FROM aspnet\nVOLUME /root/.aspnet/DataProtection-Keys\n'],
    [true, '.PersistKeysToFileSystem(new DirectoryInfo("/keys"))', dockerfile],
    [false, '.PersistKeysToFileSystem(new DirectoryInfo("/keys"))', `${dockerfile}VOLUME ["/keys"]\n`],
    [false, '.PersistKeysToFileSystem(new DirectoryInfo("/keys/idp"))', `${dockerfile}VOLUME /keys\n`],
    [false, '.PersistKeysToFileSystem(folder)', dockerfile],
    [false, '.PersistKeysToDbContext<Keys>()', dockerfile],
    [false, '', ''],
  ])('end with the container: %s, kept by %s', async (ends, kept, image) => {
    const files = { 'Startup.cs': withKeys(kept), ...(image && { Dockerfile: image }) };
    const host = await hostIn(files);
    expect(endWithContainer(host.keyRing, host.files)).toBe(ends);
  });

  it('live on in a volume of the service', async () => {
    const compose = 'services:\n  login:\n    build: .\n    volumes:\n      - keys:/keys\nvolumes:\n  keys:\n';
    const files = {
      'Startup.cs': withKeys('.PersistKeysToFileSystem(new DirectoryInfo("/keys"))'),
      Dockerfile: dockerfile,
    };
    const host = await hostIn({ ...files, 'compose.yaml': compose });
    expect(endWithContainer(host.keyRing, host.files)).toBe(false);
  });

  it('are protected, made and replaced as the chain says', async () => {
    const { keyRing } = await hostIn({
      'Startup.cs': withKeys(
        '.ProtectKeysWithCertificate("a").DisableAutomaticKeyGeneration().SetDefaultKeyLifetime(x)',
      ),
    });
    expect(keyRing.protectedBy.map(({ name }) => name)).toEqual(['ProtectKeysWithCertificate']);
    expect([keyRing.makesNoKeys?.name, keyRing.lifetime?.name]).toEqual([
      'DisableAutomaticKeyGeneration',
      'SetDefaultKeyLifetime',
    ]);
  });

  it.each([
    ['files', true, 'services.AddIdentityServer();'],
    ['store', true, 'services.AddIdentityServer().AddOperationalStore();'],
    ['given', true, 'services.AddIdentityServer(o => o.KeyManagement.Enabled = false).AddSigningCredential(key);'],
    [
      'files',
      false,
      'services.AddIdentityServer(o => { o.KeyManagement.DataProtectKeys = false; o.KeyManagement.KeyPath = "/keys"; });',
    ],
  ])('for signing: %s, protected %s, in %s', async (kept, areProtected, statements) => {
    const { signing } = (await hostIn({ 'Startup.cs': startup(statements) })).keyRing;
    expect([signing.kept, signing.areProtected]).toEqual([kept, areProtected]);
  });

  it('are shared by projects that name the same store, and by no others', async () => {
    const api = (store: string) => ({
      'Api/Api.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net6.0</TargetFramework></PropertyGroup></Project>',
      'Api/Program.cs': `var builder = WebApplication.CreateBuilder(args); builder.Services.AddDataProtection().PersistKeysToFileSystem(${store}).SetApplicationName("api");`,
    });
    const login = {
      'Login.csproj': '<Project />',
      'Login/Login.csproj': project(),
      'Login/Program.cs': `var builder = WebApplication.CreateBuilder(args); builder.Services.AddIdentityServer(); builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo("/keys"));`,
    };
    const shared = protectedHosts(await factsIn({ ...login, ...api('new DirectoryInfo("/keys")') }));
    expect(shared.map(({ sharedWith }) => sharedWith.map((other) => [other.project.path, other.name.given]))).toEqual([
      [['Api/Api.csproj', { kind: 'literal', value: 'api' }]],
    ]);
    const apart = protectedHosts(await factsIn({ ...login, ...api('new DirectoryInfo("/other")') }));
    expect(apart.map(({ sharedWith }) => sharedWith)).toEqual([[]]);
  });
});
