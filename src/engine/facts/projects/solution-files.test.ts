import { describe, expect, it } from 'vitest';
import { workspaceOfTexts } from '../../../testing/workspace-from.ts';
import { readProjects } from './read-projects.ts';
import { readSolutionFiles } from './solution-files.ts';

const projects = (files: Record<string, string>) =>
  readSolutionFiles(workspaceOfTexts(files)).map(({ path, projects }) => `${path}: ${projects.join(' ')}`);

const sln = `Microsoft Visual Studio Solution File, Format Version 12.00
Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Host", "src\\Host\\Host.csproj", "{0A}"
EndProject
Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{0B}"
EndProject
Project("{F2A71F9B-5D33-465A-A702-920D77279786}") = "Lib", "..\\lib\\Lib.fsproj", "{0C}"
EndProject
Project("{930C7802-8A8C-48F9-8165-68863BCCD9DD}") = "Setup", "Setup.wixproj", "{0D}"
EndProject
`;

describe('the projects of', () => {
  it('a .sln are seen from its folder, without folders and other kinds', () => {
    expect(projects({ 'main/All.sln': sln })).toEqual(['main/All.sln: main/src/Host/Host.csproj lib/Lib.fsproj']);
  });

  it('a .sln beside the root leave out what lies outside', () => {
    expect(projects({ 'All.sln': sln })).toEqual(['All.sln: src/Host/Host.csproj']);
  });

  it('a .slnx are found in its folders too', () => {
    const slnx =
      '<Solution><Folder Name="/src/"><Project Path="src/A/A.csproj" /></Folder><Project Path="B.vbproj"/></Solution>';
    expect(projects({ 'All.slnx': slnx })).toEqual(['All.slnx: src/A/A.csproj B.vbproj']);
  });

  it('a .slnf are seen from the solution it filters', () => {
    const slnf = '{ "solution": { "path": "..\\\\All.sln", "projects": ["src\\\\A\\\\A.csproj", 7] } }';
    expect(projects({ 'filters/Part.slnf': slnf })).toEqual(['filters/Part.slnf: src/A/A.csproj']);
    expect(projects({ 'Broken.slnf': '{ "solution": "All.sln" ' })).toEqual(['Broken.slnf: ']);
  });
});

describe('it is told', () => {
  const told = (files: Record<string, string>) =>
    readProjects(workspaceOfTexts(files)).notices.map(({ code, path, line }) => `${code} ${path} ${line}`);
  const project = (body: string) =>
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net6.0</TargetFramework></PropertyGroup>\n${body}\n</Project>`;
  const host = project('<ItemGroup><PackageReference Include="Duende.IdentityServer" Version="6.2.0" /></ItemGroup>');

  it('when a solution lists what is not there', () => {
    expect(told({ 'All.sln': sln, 'Src/host/host.csproj': host })).toEqual([]);
    expect(told({ 'All.sln': sln })).toEqual(['project-not-read All.sln null']);
  });

  it('when no solution lists a project with the product', () => {
    const files = { 'Old/Old.csproj': host, 'Tool/Tool.csproj': project(''), 'src/Host/Host.csproj': host };
    expect(told({ 'All.sln': sln, ...files })).toEqual(['project-unlisted Old/Old.csproj null']);
    expect(told(files)).toEqual([]);
  });

  it('when a project reference leads nowhere', () => {
    const body = '<ItemGroup>\n<ProjectReference Include="..\\Shared\\Shared.csproj" />\n</ItemGroup>';
    expect(told({ 'A/A.csproj': project(body) })).toEqual(['reference-not-read A/A.csproj 3']);
    expect(told({ 'A/A.csproj': project(body), 'Shared/Shared.csproj': project('') })).toEqual([]);
  });

  it('when nothing in the archive says which framework a project targets', () => {
    expect(told({ 'A.csproj': '<Project Sdk="Microsoft.NET.Sdk" />' })).toEqual(['framework-unknown A.csproj null']);
  });

  it('when what all hangs on stands under an open condition', () => {
    const open = (name: string, value: string) =>
      project(`<PropertyGroup Condition="'$(Configuration)' == 'Debug'"><${name}>${value}</${name}></PropertyGroup>`);
    expect(told({ 'A.csproj': open('TargetFramework', 'net7.0') })).toEqual(['framework-unknown A.csproj null']);
    expect(told({ 'A.csproj': open('ManagePackageVersionsCentrally', 'true') })).toEqual([
      'central-versions-unknown A.csproj null',
    ]);
  });
});
