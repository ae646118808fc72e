import { describe, expect, it } from 'vitest';
import { hostIn, project, startup } from '../../../../testing/host-in.ts';
import { conclude } from './decision-table.ts';
import { keyNamesOf, messageOf, titleOf } from './message.ts';
import { questionsFor } from './questions.ts';
import { loggedName, situationOf } from './situation.ts';

const files = { 'Startup.cs': startup('services.AddIdentityServer();') };

async function asked(answers: Record<string, string> = {}, more: Record<string, string> = {}) {
  const host = await hostIn({ ...files, ...more });
  const questions = questionsFor(host);
  const answer = (id: string) => ({
    answer: answers[id] ?? questions.find((question) => question.id === id)!.assumed,
    isAssumed: !(id in answers),
  });
  const situation = situationOf(host, { answer });
  const verdict = { host, situation, conclusion: conclude(situation) };
  return {
    questions,
    situation,
    title: titleOf(verdict),
    message: messageOf(verdict, false),
    names: keyNamesOf(verdict),
  };
}

describe('the questions', () => {
  it('are six, each with its reason and the default first', async () => {
    const { questions } = await asked();
    expect(questions.map(({ id, assumed, choices }) => [id, assumed, choices?.map(({ value }) => value)])).toEqual([
      ['framework-after', 'keep', ['keep', 'net7.0', 'net8.0', 'net9.0', 'net10.0', 'unknown']],
      ['host-after', 'keep', ['keep', 'web-application', 'generic-host', 'web-host', 'unknown']],
      ['content-root-after', 'same', ['same', 'moves', 'unknown']],
      ['content-root-before', '', undefined],
      ['protected-data', 'keep', ['keep', 'none', 'unknown']],
      ['old-discriminator', '', undefined],
    ]);
    expect(questions.every(({ why, project: host }) => why.length > 60 && host === 'Login.csproj')).toBe(true);
  });

  it('say what a Dockerfile knows of the path', async () => {
    const { questions } = await asked({}, { Dockerfile: 'FROM aspnet\nWORKDIR /app\n' });
    expect(questions.find(({ id }) => id === 'content-root-before')?.why).toContain('`Dockerfile` says `/app`');
  });
});

describe('the answers', () => {
  it('change nothing as long as they are the assumed ones, or say what is so already', async () => {
    for (const answers of [{}, { 'host-after': 'generic-host' }])
      expect((await asked(answers)).situation).toMatchObject({
        after: 'unchanged',
        path: 'same',
        data: 'keep',
        logged: null,
        oldPath: null,
      });
    const on8 = { 'Login.csproj': project('', 'net8.0') };
    expect((await asked({ 'framework-after': 'net8.0' }, on8)).situation.after).toBe('unchanged');
  });

  it.each([
    ['net8.0', 'keep', { host: 'generic-host', framework: 8, library: 8 }],
    ['unknown', 'keep', { host: 'generic-host', framework: null, library: null }],
    ['keep', 'web-application', { host: 'web-application', framework: 6, library: 6 }],
    ['net10.0', 'unknown', { host: 'unknown', framework: 10, library: 10 }],
  ])('framework %s and host %s', async (framework, host, after) => {
    const { situation } = await asked({ 'framework-after': framework, 'host-after': host });
    expect(situation.after).toMatchObject(after);
  });

  it('keep a library that is newer than the next framework', async () => {
    const newer = {
      'Login.csproj': project('<PackageReference Include="Microsoft.AspNetCore.DataProtection" Version="8.0.0" />'),
    };
    expect((await asked({ 'framework-after': 'net7.0' }, newer)).situation.after).toMatchObject({
      framework: 7,
      library: 8,
    });
    expect((await asked({ 'framework-after': 'unknown' }, newer)).situation.after).toMatchObject({ library: 8 });
  });

  it('take a path that names its framework for one that moves, unless told otherwise', async () => {
    const image = { Dockerfile: 'FROM aspnet\nWORKDIR /app/bin/net6.0\n' };
    expect((await asked({ 'framework-after': 'net8.0' }, image)).situation.path).toBe('moves');
    expect((await asked({ 'framework-after': 'net8.0', 'content-root-after': 'same' }, image)).situation.path).toBe(
      'same',
    );
    expect((await asked({}, image)).situation.path).toBe('same');
  });

  it('take the old path from the answer, else from code, never from a Dockerfile alone', async () => {
    const image = { Dockerfile: 'FROM aspnet\nWORKDIR /app\n' };
    expect((await asked({}, image)).situation.oldPath).toBeNull();
    expect((await asked({ 'content-root-before': '/srv/' }, image)).situation.oldPath?.bare).toBe('/srv');
    expect((await asked({ 'content-root-before': 'srv' }, image)).situation.oldPath).toBeNull();
    const code = { 'Program.cs': 'Host.CreateDefaultBuilder(args).UseContentRoot("/opt/idp").Build().Run();' };
    expect((await asked({}, code)).situation.oldPath?.bare).toBe('/opt/idp');
  });

  it.each([
    ['', null],
    ['  \n', null],
    [' /app/\n', '/app/'],
    ['"C:\\idp\\"', 'C:\\idp\\'],
    ['say "idp"', 'say "idp"'],
  ])('read %j from a log as %j', (pasted, name) => expect(loggedName(pasted)).toBe(name));

  it('take an answer that no choice has for not known', async () => {
    const { situation } = await asked({ 'content-root-after': 'perhaps', 'protected-data': '' });
    expect([situation.path, situation.data]).toEqual(['unknown', 'unknown']);
  });
});

describe('the message', () => {
  it('spells out both names, what happens without an edit and how to find out', async () => {
    const { message, title } = await asked({ 'framework-after': 'net8.0', 'content-root-before': '/app' });
    expect(title).toBe('The new deployment would not read what is protected now');
    expect(message).toContain('Old name: `/app`. New name: `/app/`.');
    expect(message).toContain('Without an edit, signing keys in the store');
    expect(message).toContain('IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator;');
  });

  it('says what ends where nothing has to stay', async () => {
    const { message, title } = await asked({ 'framework-after': 'net8.0', 'protected-data': 'none' });
    expect(title).toBe('Sessions and tokens end with this move');
    expect(message).toContain('Everyone signs in again, refresh tokens are refused');
    expect(message).not.toContain('ApplicationDiscriminator');
  });

  it('never advises the path without its separator where that would lose the keys', async () => {
    const program = { 'Program.cs': 'var builder = WebApplication.CreateBuilder(args);' };
    const { message } = await asked({ 'framework-after': 'net8.0' }, program);
    expect(message).toContain("which is what the vendor's page advises to set, would be another one and lose the keys");
    expect(message).not.toContain('TrimEnd');
  });

  it('warns of keys that end with the container, and of those stored in the clear', async () => {
    const image = { Dockerfile: 'FROM aspnet\nWORKDIR /app\n' };
    expect((await asked({}, image)).message).toContain('lost with every new one unless a volume');
    const stored = startup(
      'services.AddIdentityServer(); services.AddDataProtection().PersistKeysToDbContext<Keys>();',
    );
    expect((await asked({}, { 'Startup.cs': stored })).message).toContain('no `ProtectKeysWith…` was found');
  });
});

describe('the picture', () => {
  it('has both names and the place of the keys', async () => {
    const answers = { 'framework-after': 'net8.0', 'content-root-before': '/app' };
    expect((await asked(answers)).names).toEqual({
      before: '/app',
      after: '/app/',
      keptIn: 'the default place of the machine or user',
      outcome: 'different',
    });
    const open = await asked({ 'framework-after': 'unknown' });
    expect(open.names).toMatchObject({
      before: 'the path that it runs in, without a separator at its end, such as /app',
      after: null,
      outcome: 'open',
    });
  });
});
