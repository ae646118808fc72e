import { describe, expect, it } from 'vitest';
import { conflictsOf } from '../engine/patch/plan-patch.ts';
import type { Finding } from '../engine/rules/finding.ts';
import { runRules } from '../engine/rules/run-rules.ts';
import { accepting, patched } from '../testing/accepted.ts';
import { factsOf } from '../testing/facts-of.ts';
import truth from '../testing/reference/compiler-truth.json' with { type: 'json' };
import { workspaceOf, workspaceOfTexts } from '../testing/workspace-from.ts';
import guide from './v6_2-to-v6_3/guide.ts';

type Case = (typeof truth.cases)[number];

/** What the compiler says and we don't, by case; READMEs tell it under "What we miss". */
const exceptions: Readonly<Record<string, string>> = {
  'A02.8': 'a `new` that hides nothing any more is a warning about a word, and the method goes on as it was',
  'A05.8': 'documentation comments are not read',
  'A06.6': 'documentation comments are not read',
  'A14.4': 'documentation comments are not read',
};

/** Errors that no edit settles, by case, and why. */
const byHand: Readonly<Record<string, string>> = {
  'N07.fix': 'the `?` that 6.3.4 asks for is one too many on 6.3.0, and goes with the target',
  N19: 'what a member gives instead of null, only who knows it can tell',
  N22: 'nothing can stand for a request that is not there: `GrantConsentAsync(null, null)`',
};

/** A project that makes errors of some warnings. */
const project = (errors: readonly string[]) => `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net6.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <PropertyGroup><GenerateDocumentationFile>true</GenerateDocumentationFile><WarningsAsErrors>${errors.join(';')}</WarningsAsErrors></PropertyGroup>
  <ItemGroup>
    <Using Include="Microsoft.AspNetCore.Authentication" />
    <Using Include="System.Collections.Specialized" />
    <PackageReference Include="Duende.IdentityServer.EntityFramework" Version="6.2.5" />
  </ItemGroup>
</Project>
`;

const workspaceFor = ({ code }: Case, errors: readonly string[] = []) =>
  workspaceOfTexts({ 'Case/Case.cs': `${code.join('\n')}\n`, 'Case/Case.csproj': project(errors) });

const findingsIn = async (workspace: ReturnType<typeof workspaceOf>, target: string) =>
  runRules(guide, await factsOf(guide, workspace), { answers: new Map(), target }).findings.filter(
    ({ step }) => step === 'breaking-changes',
  );

const linesOf = ({ evidence }: Finding) => evidence.map(({ line }) => line);

const cases = truth.cases.map((one) => [`${one.id} ${one.construct}`, one] as const);
const broken = (target: '6.3.0' | '6.3.10') =>
  cases.filter(([, { compilesOn62, errors }]) => compilesOn62 && errors[target].length > 0);
const fine = (target: '6.3.0' | '6.3.10') =>
  cases.filter(([, { compilesOn62, errors }]) => compilesOn62 && errors[target].length === 0);
const warned = (target: '6.3.0' | '6.3.10') => fine(target).filter(([, { warnings }]) => warnings[target].length > 0);

describe.each(['6.3.0', '6.3.10'] as const)('for %s', (target) => {
  it.each(broken(target))('finds at the line the compiler names: %s', async (_name, one) => {
    const found = (await findingsIn(workspaceFor(one), target)).filter(({ severity }) => severity === 'breaks-build');
    if (one.id in exceptions) return expect(found).toEqual([]);
    const lines = found.flatMap(linesOf);
    const named = one.errors[target].map(({ line }) => line);
    expect(named.filter((line) => !lines.includes(line))).toEqual([]);
    expect(found.map(({ evidence: [first] }) => first.line).filter((line) => !named.includes(line))).toEqual([]);
  });

  it.each(fine(target))('lets pass what compiles on both: %s', async (_name, one) => {
    const found = await findingsIn(workspaceFor(one), target);
    expect(found.filter(({ severity }) => severity === 'breaks-build').map(({ title }) => title)).toEqual([]);
  });

  it.each(warned(target))('tells of a new warning, as lightly as the project takes it: %s', async (_name, one) => {
    const named = one.warnings[target].map(({ line }) => line);
    const lines = (await findingsIn(workspaceFor(one), target)).flatMap(linesOf);
    expect(named.filter((line) => !lines.includes(line))).toEqual(one.id in exceptions ? named : []);
  });

  it.each(warned(target))('says that it breaks the build where it is an error: %s', async (_name, one) => {
    const named = one.warnings[target].map(({ line }) => line);
    const errors = one.warnings[target].map(({ code }) => code);
    const found = (await findingsIn(workspaceFor(one, errors), target)).filter(
      ({ severity }) => severity === 'breaks-build',
    );
    if (one.id in exceptions) return expect(found).toEqual([]);
    const lines = found.flatMap(linesOf);
    expect(named.filter((line) => !lines.includes(line))).toEqual([]);
    expect(found.map(({ evidence: [first] }) => first.line).filter((line) => !named.includes(line))).toEqual([]);
    expect(found.some(({ fixes }) => fixes.length === 0)).toBe(one.id in byHand);
  });
});

it.each(broken('6.3.10'))('has nothing left to find after its own edits: %s', async (_name, one) => {
  const before = workspaceFor(one);
  const found = await findingsIn(before, '6.3.10');
  const choices = found.flatMap(({ id, fixes }) => (fixes[0] ? [{ finding: id, fix: fixes[0].id }] : []));
  if (choices.length === 0) return;
  expect(conflictsOf(found, accepting(found, choices), before)).toEqual([]);
  const after = workspaceOf(patched(before, found, accepting(found, choices)));
  const left = (await findingsIn(after, '6.3.10')).filter(
    ({ severity, fixes }) => severity === 'breaks-build' && fixes.length > 0,
  );
  expect(left.map(({ title }) => title)).toEqual([]);
});
