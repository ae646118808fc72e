import { describe, expect, it } from 'vitest';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readProjects } from './read-projects.ts';

const project = (body: string, sdk = 'Microsoft.NET.Sdk') => `<Project Sdk="${sdk}">${body}</Project>`;
const group = (...properties: string[]) => `<PropertyGroup>${properties.join('')}</PropertyGroup>`;
const items = (...all: string[]) => `<ItemGroup>${all.join('')}</ItemGroup>`;
const net6 = group('<TargetFramework>net6.0</TargetFramework>');
const ref = (id: string, version: string) => `<PackageReference Include="${id}" Version="${version}" />`;

const read = (files: Record<string, string>) => readProjects(workspaceOfTexts(files));
const one = (files: Record<string, string>) => read(files).projects[0]!;
const packages = (files: Record<string, string>) =>
  one(files).packages.map(({ id, version, declaredIn, line }) => `${id} ${version} ${declaredIn}:${line}`);

describe('packages', () => {
  it('come with the version, file and line that say so', () => {
    expect(packages({ 'a/A.csproj': project(`${net6}\n${items(ref('X', '1.0.0'))}`) })).toEqual([
      'X 1.0.0 a/A.csproj:2',
    ]);
  });

  it('take a child element, and attributes in any case', () => {
    const child = '<PackageReference Include="X"><Version> 1.0 </Version></PackageReference>';
    expect(
      packages({ 'A.csproj': project(net6 + items(child, '<packagereference include="Y" version="2.0" />')) }),
    ).toEqual(['X 1.0 A.csproj:1', 'Y 2.0 A.csproj:1']);
  });

  it('are updated and removed in order', () => {
    const body = items(
      ref('X', '1.0'),
      ref('Y', '1.0'),
      '<PackageReference Update="x" Version="2.0" />',
      '<PackageReference Remove="Y" />',
      '<PackageReference Update="Z" Version="3.0" />',
    );
    expect(packages({ 'A.csproj': project(net6 + body) })).toEqual(['X 2.0 A.csproj:1']);
  });

  it('count once, as NuGet takes the first of several items', () => {
    expect(packages({ 'A.csproj': project(net6 + items(ref('X', '1.0'), ref('x', '2.0'))) })).toEqual([
      'X 1.0 A.csproj:1',
    ]);
  });

  it('are versioned centrally, unless overridden', () => {
    const central = `<Project>${group('<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>')}${items(
      '<PackageVersion Include="x" Version="1.0" />',
      '<PackageVersion Include="Y" Version="1.0" />',
    )}</Project>`;
    const body = items('<PackageReference Include="X" />', '<PackageReference Include="Y" VersionOverride="2.0" />');
    expect(packages({ 'Directory.Packages.props': central, 'a/A.csproj': project(net6 + body) })).toEqual([
      'X 1.0 Directory.Packages.props:1',
      'Y 2.0 a/A.csproj:1',
    ]);
  });

  it('take no central version where central management is off', () => {
    const central = `<Project>${items('<PackageVersion Include="X" Version="1.0" />')}</Project>`;
    const body = items('<PackageReference Include="X" />');
    expect(packages({ 'Directory.Packages.props': central, 'A.csproj': project(net6 + body) })).toEqual([
      'X null A.csproj:1',
    ]);
  });

  it('follow a property to its last definition, also one after the item', () => {
    const body = group('<V>1.0</V>') + items(ref('X', '$(v)')) + group("<V Condition=\"'$(V)' == '1.0'\">2.0</V>");
    expect(packages({ 'A.csproj': project(net6 + body) })).toEqual(['X 2.0 A.csproj:1']);
  });

  it('have no version where it depends on what an archive does not say', () => {
    const body =
      group('<V>1.0</V>', "<V Condition=\"'$(Configuration)' == 'Debug'\">2.0</V>") + items(ref('X', '$(V)'));
    expect(one({ 'A.csproj': project(net6 + body) }).packages[0]!.version).toBeNull();
  });

  it('are read for each target framework', () => {
    const frameworks = group('<TargetFrameworks>net6.0;net7.0</TargetFrameworks>');
    const when = (framework: string, version: string) =>
      `<ItemGroup Condition="'$(TargetFramework)' == '${framework}'">${ref('X', version)}</ItemGroup>`;
    const files = {
      'A.csproj': project(frameworks + when('net6.0', '6.0') + when('net7.0', '7.0') + when('net5.0', '5.0')),
    };
    expect(one(files).packages.map(({ version }) => version)).toEqual(['6.0', '7.0']);
    expect(one(files).targetFrameworks).toEqual(['net6.0', 'net7.0']);
  });

  it('follow Choose to the branch that is taken', () => {
    const choose = `<Choose><When Condition="'$(TargetFramework)' == 'net7.0'">${items(ref('X', '7.0'))}</When><Otherwise>${items(
      ref('X', '6.0'),
    )}</Otherwise></Choose>`;
    expect(packages({ 'A.csproj': project(net6 + choose) })).toEqual(['X 6.0 A.csproj:1']);
  });
});

describe('imports', () => {
  const version = (value: string) => `<Project>${group(`<V>${value}</V>`)}</Project>`;
  const uses = project(net6 + items(ref('X', '$(V)')));

  it('take the nearest Directory.Build.props only', () => {
    const files = {
      'Directory.Build.props': version('1.0'),
      'src/Directory.Build.props': '<Project />',
      'src/A/A.csproj': uses,
    };
    expect(one(files).packages[0]!.version).toBeNull();
    expect(one({ 'Directory.Build.props': version('1.0'), 'src/A/A.csproj': uses }).packages[0]!.version).toBe('1.0');
  });

  it.each([
    "$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))",
    "$([MSBuild]::GetDirectoryNameOfFileAbove('$(MSBuildThisFileDirectory)..', 'Directory.Build.props'))/Directory.Build.props",
    '$(MSBuildThisFileDirectory)..\\Directory.Build.props',
    '../Directory.Build.props',
  ])('go on to the parent with %s', (path) => {
    const files = {
      'Directory.Build.props': version('1.0'),
      'src/Directory.Build.props': `<Project><Import Project="${path}" /></Project>`,
      'src/A/A.csproj': uses,
    };
    expect(one(files).packages[0]!.version).toBe('1.0');
  });

  it('let Directory.Build.targets have the last word', () => {
    const files = {
      'A.csproj': project(net6 + group('<V>1.0</V>') + items(ref('X', '$(V)'))),
      'Directory.Build.targets': version('2.0'),
    };
    expect(one(files).packages[0]!.version).toBe('2.0');
  });

  it('take the folder of the one solution file around them for $(SolutionDir)', () => {
    const body = `${net6}<Import Project="$(SolutionDir)build\\v.props" />${items(ref('X', '$(V)'))}`;
    const files = { 'root/src/A/A.csproj': project(body), 'root/build/v.props': version('3.0'), 'root/All.sln': '' };
    expect(one(files).packages[0]!.version).toBe('3.0');
    expect(one({ ...files, 'root/Other.slnx': '' }).packages[0]!.version).toBeNull();
  });

  it('are found by any case and by patterns', () => {
    const body = `${net6}<Import Project="Build\\*.PROPS" />${items(ref('X', '$(V)'))}`;
    expect(one({ 'A.csproj': project(body), 'build/v.props': version('3.0') }).packages[0]!.version).toBe('3.0');
  });

  it('that are not in the archive are told, unless the SDK brings them', () => {
    const body = `${net6}<Import Project="../common.props" /><Import Project="$(MSBuildExtensionsPath)/x.props" /><Import Project="maybe.props" Condition="Exists('maybe.props')" />`;
    expect(read({ 'src/A.csproj': project(body) }).notices).toMatchObject([
      { code: 'import-not-read', path: 'src/A.csproj', line: 1 },
    ]);
  });

  it('may go round in circles', () => {
    const files = {
      'A.csproj': project(`${net6}<Import Project="a.props" />`),
      'a.props': '<Project><Import Project="a.props" /></Project>',
    };
    expect(one(files).targetFrameworks).toEqual(['net6.0']);
  });
});

describe('sources', () => {
  const cs = {
    'A/One.cs': '',
    'A/sub/Two.cs': '',
    'A/bin/x/Out.cs': '',
    'A/obj/Gen.cs': '',
    'B/Other.cs': '',
    'A/.hidden/H.cs': '',
  };

  it('are what lies below the project, without bin and obj', () => {
    expect(one({ 'A/A.csproj': project(net6), ...cs }).sources).toEqual(['A/One.cs', 'A/sub/Two.cs']);
  });

  it('follow Compile items', () => {
    const body = items('<Compile Remove="sub\\**" />', '<Compile Include="..\\B\\*.cs" Link="Other.cs" />');
    expect(one({ 'A/A.csproj': project(net6 + body), ...cs }).sources).toEqual(['A/One.cs', 'B/Other.cs']);
  });

  it('are only those named where default items are off, and in projects without an SDK', () => {
    const off = group('<EnableDefaultCompileItems>false</EnableDefaultCompileItems>');
    const body = off + items('<Compile Include="sub/Two.cs" />');
    expect(one({ 'A/A.csproj': project(net6 + body), ...cs }).sources).toEqual(['A/sub/Two.cs']);
    const old = `<Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">${group(
      '<TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>',
    )}${items('<Compile Include="One.cs" />')}</Project>`;
    expect(one({ 'A/A.csproj': old, ...cs })).toMatchObject({
      sdk: null,
      targetFrameworks: ['net472'],
      sources: ['A/One.cs'],
    });
  });
});

describe('what C# files see', () => {
  it('is imported by the SDK and by Using items', () => {
    const body =
      group('<ImplicitUsings>enable</ImplicitUsings>', '<Nullable>enable</Nullable>') +
      items(
        '<Using Include="My.Stuff" />',
        '<Using Remove="System.IO" />',
        '<Using Include="System.Math" Static="true" />',
        '<Using Include="A.B" Alias="C" />',
      );
    const [web] = one({ 'A.csproj': project(net6 + body, 'Microsoft.NET.Sdk.Web') }).builds;
    expect(web!.usings).toEqual(expect.arrayContaining(['System', 'Microsoft.AspNetCore.Builder', 'My.Stuff']));
    expect(web!.usings).not.toContain('System.IO');
    expect(web!.usings).not.toContain('System.Math');
    expect(web!.specialUsings).toEqual([
      { kind: 'static', name: '', of: 'System.Math' },
      { kind: 'alias', name: 'C', of: 'A.B' },
    ]);
    expect(web!.nullable).toBe(true);
    expect(one({ 'A.csproj': project(net6) }).builds[0]!.usings).toEqual([]);
  });

  it('is defined for each framework, and for some configurations', () => {
    const body = group(
      '<TargetFrameworks>net6.0;net7.0</TargetFrameworks>',
      '<DefineConstants>$(DefineConstants);MINE</DefineConstants>',
      `<DefineConstants Condition="'$(TargetFramework)' == 'net7.0'">$(DefineConstants);NEW</DefineConstants>`,
    );
    expect(
      one({ 'A.csproj': project(body) }).builds.map(({ targetFrameworks: [tf], defines }) => [tf, defines]),
    ).toEqual([
      ['net6.0', ['MINE']],
      ['net7.0', ['MINE', 'NEW']],
    ]);
    const debug = group(
      '<TargetFramework>net6.0</TargetFramework>',
      `<DefineConstants Condition="'$(Configuration)' == 'Debug'">$(DefineConstants);SEEN</DefineConstants>`,
    );
    expect(one({ 'A.csproj': project(debug) }).builds[0]).toMatchObject({ defines: [], mayDefine: ['SEEN'] });
  });
});

describe('the product', () => {
  const to = (path: string) => items(`<ProjectReference Include="${path}" />`);

  it('is the own package, else the nearest through references', () => {
    const { projects } = read({
      'Host/Host.csproj': project(
        net6 + items(ref('duende.identityserver', '6.2.0'), ref('Duende.IdentityServer.EntityFramework', '6.2.5')),
      ),
      'Mid/Mid.csproj': project(net6 + to('..\\Host\\Host.csproj')),
      'Test/Test.csproj': project(net6 + to('../Mid/Mid.csproj')),
      'Alone/Alone.csproj': project(net6 + items(ref('Duende.BFF', '2.0.0'))),
      'Build/Build.csproj': project(
        net6 + items('<ProjectReference Include="../Host/Host.csproj" ReferenceOutputAssembly="false" />'),
      ),
    });
    expect(projects.map(({ path, product }) => [path, product])).toEqual([
      ['Host/Host.csproj', { version: '6.2.0', isDirect: true }],
      ['Mid/Mid.csproj', { version: '6.2.0', isDirect: false }],
      ['Test/Test.csproj', { version: '6.2.0', isDirect: false }],
      ['Alone/Alone.csproj', null],
      ['Build/Build.csproj', null],
    ]);
    expect(projects[1]!.references).toEqual(['Host/Host.csproj']);
  });
});

describe('notices', () => {
  it('name what is no XML and what is broken XML, and the rest is read', () => {
    const { projects, notices } = read({
      'A.csproj': 'nothing',
      'B.csproj': `<Project Sdk="X">${net6}<ItemGroup>`,
      'C.csproj': project(net6),
    });
    expect(projects.map(({ path, targetFrameworks }) => [path, targetFrameworks])).toEqual([
      ['B.csproj', ['net6.0']],
      ['C.csproj', ['net6.0']],
    ]);
    expect(notices.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'project-unreadable A.csproj',
      'project-malformed B.csproj',
    ]);
  });
});
