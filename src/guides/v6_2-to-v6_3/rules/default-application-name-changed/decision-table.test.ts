import { describe, expect, it } from 'vitest';
import type { GivenName } from '../../../../engine/facts/data-protection/application-name.ts';
import type { Deployment, Ending } from '../../../../engine/facts/data-protection/default-name.ts';
import { serverPath } from '../../../../engine/facts/data-protection/server-path.ts';
import type { HostKind } from '../../../../engine/facts/project.ts';
import { type Conclusion, conclude, type Outcome, type Situation } from './decision-table.ts';

const on = (host: HostKind, framework: number | null, root: Ending = 'bare'): Deployment => ({
  host,
  framework,
  library: framework,
  root,
});

const app = serverPath('/app');

const of = (before: Deployment, after: Situation['after'], more: Partial<Situation> = {}): Conclusion =>
  conclude({ before, after, path: 'same', oldPath: null, name: { kind: 'none' }, data: 'keep', logged: null, ...more });

const literal = (value: string) => ({ kind: 'literal' as const, value });
const trimmed = { kind: 'trimmed' as const };

type Kind = 'wa' | 'gh' | 'wh';
const kinds: Record<Kind, HostKind> = { wa: 'web-application', gh: 'generic-host', wh: 'web-host' };

/**
 * The rows of the table, host and framework before and after: whether the name changes, and what becomes of the keys when the new
 * deployment sets the content root as its name, trimmed and as it is.
 */
const rows: readonly (readonly [Kind, number, Kind, number, Outcome, 'keeps' | 'loses', 'keeps' | 'loses'])[] = [
  // WebApplication on .NET 6 to WebApplication on a later one
  ['wa', 6, 'wa', 7, 'same', 'loses', 'loses'],
  ['wa', 6, 'wa', 8, 'same', 'loses', 'loses'],
  ['wa', 6, 'wa', 10, 'same', 'loses', 'loses'],
  // Host or WebHost on .NET 6 or older to Host or WebHost on a later one
  ['gh', 6, 'gh', 7, 'lost', 'keeps', 'keeps'],
  ['gh', 6, 'gh', 8, 'lost', 'keeps', 'keeps'],
  ['gh', 5, 'gh', 8, 'lost', 'keeps', 'keeps'],
  ['gh', 3, 'wh', 9, 'lost', 'keeps', 'keeps'],
  ['wh', 6, 'wh', 7, 'lost', 'keeps', 'keeps'],
  ['wh', 6, 'gh', 10, 'lost', 'keeps', 'keeps'],
  ['gh', 5, 'gh', 6, 'same', 'keeps', 'keeps'],
  ['wh', 6, 'gh', 6, 'same', 'keeps', 'keeps'],
  // Host or WebHost on .NET 6 or older to WebApplication on .NET 6
  ['gh', 6, 'wa', 6, 'lost', 'keeps', 'loses'],
  ['wh', 6, 'wa', 6, 'lost', 'keeps', 'loses'],
  ['wh', 5, 'wa', 6, 'lost', 'keeps', 'loses'],
  // Host or WebHost on .NET 6 or older to WebApplication on a later one
  ['gh', 6, 'wa', 7, 'lost', 'keeps', 'keeps'],
  ['gh', 6, 'wa', 8, 'lost', 'keeps', 'keeps'],
  ['wh', 6, 'wa', 10, 'lost', 'keeps', 'keeps'],
  // WebApplication on .NET 6 to Host or WebHost on .NET 6
  ['wa', 6, 'gh', 6, 'lost', 'loses', 'loses'],
  ['wa', 6, 'wh', 6, 'lost', 'loses', 'loses'],
  // WebApplication on .NET 6 to Host or WebHost on a later one
  ['wa', 6, 'gh', 7, 'same', 'loses', 'loses'],
  ['wa', 6, 'wh', 8, 'same', 'loses', 'loses'],
  // any on .NET 7 or later to any other
  ['wa', 7, 'wa', 8, 'same', 'loses', 'loses'],
  ['gh', 7, 'gh', 9, 'same', 'loses', 'loses'],
  ['wh', 8, 'wh', 10, 'same', 'loses', 'loses'],
  ['gh', 8, 'wa', 8, 'same', 'loses', 'loses'],
  ['wa', 8, 'wh', 10, 'same', 'loses', 'loses'],
];

describe.each(rows)('%s on .NET %s to %s on .NET %s', (from, old, to, next, outcome, trimmedName, plainName) => {
  const [before, after] = [on(kinds[from], old), on(kinds[to], next)];
  const oldIs = (ending: string) => of(before, after).oldName === `content root${ending}`;

  it(`is ${outcome}`, () => {
    const { oldName, newName, outcome: told } = of(before, after);
    expect(told).toBe(outcome);
    expect(oldName === newName).toBe(outcome === 'same');
  });

  it('sets the trimmed content root only where that keeps the keys', () => {
    const { edit } = of(before, after);
    expect(edit).toEqual(outcome === 'lost' && trimmedName === 'keeps' ? trimmed : null);
    expect(trimmedName === 'keeps').toBe(oldIs(''));
  });

  it('sets the old name as it was where the old path is known', () => {
    const { edit } = of(before, after, { oldPath: app });
    expect(edit).toEqual(outcome === 'same' ? null : literal(oldIs('') ? '/app' : '/app/'));
  });

  it('knows what the content root as a name would give', () => {
    const given = of(after, 'unchanged', { name: { kind: 'content-root' } }).oldName;
    expect(given === of(before, after).oldName ? 'keeps' : 'loses').toBe(plainName);
  });

  it('loses everything when the path moves, and pins the old one where it is known', () => {
    expect(of(before, after, { path: 'moves' })).toMatchObject({ outcome: 'lost', edit: null });
    const { outcome: told, edit } = of(before, after, { path: 'moves', oldPath: app });
    expect([told, edit]).toEqual(['lost', literal(oldIs('') ? '/app' : '/app/')]);
  });

  it('is never sure while the path is not known', () => {
    const unknown = of(before, after, { path: 'unknown' });
    expect(unknown.outcome).toBe(outcome === 'lost' ? 'lost' : 'open');
    expect(unknown.edit).toBeNull();
  });

  it.each<Partial<Situation>>([{ data: 'none' }, { data: 'unknown' }])('offers nothing with %j', (more) => {
    expect(of(before, after, { ...more, oldPath: app })).toMatchObject({ outcome, edit: null });
    expect(of(before, after, { ...more, oldPath: app, path: 'moves' })).toMatchObject({ outcome: 'lost', edit: null });
  });

  it.each<GivenName>([
    { kind: 'literal', value: 'idp' },
    { kind: 'literal', value: '' },
    { kind: 'own', text: 'Acme.Discriminator' },
  ])('leaves a name of its own alone, wherever it moves: %j', (name) => {
    for (const path of ['same', 'moves', 'unknown'] as const)
      expect(of(before, after, { name, path, oldPath: app })).toMatchObject({ outcome: 'same', edit: null });
  });

  it('pins what was logged, before every row', () => {
    for (const path of ['same', 'moves', 'unknown'] as const)
      for (const data of ['keep', 'unknown'] as const)
        expect(of(before, after, { path, data, logged: '/srv/x', oldPath: app }).edit).toEqual(literal('/srv/x'));
    expect(of(before, after, { logged: '/srv/x/' }).outcome).toBe(
      of(after, 'unchanged').oldName === 'content root + separator' ? 'same' : 'lost',
    );
  });
});

describe('the same framework, kind of host and path', () => {
  it.each([
    on('web-application', 6),
    on('generic-host', 6),
    on('web-host', 8),
    on('unknown', 6),
    on('generic-host', null),
  ])('changes nothing, even where little is known: %j', (before) => {
    const { outcome, edit, oldName, newName } = of(before, 'unchanged');
    expect([outcome, edit]).toEqual(['same', null]);
    expect(newName).toBe(oldName);
  });

  it('still loses the keys when the path moves', () => {
    expect(of(on('web-application', 6), 'unchanged', { path: 'moves', oldPath: app })).toEqual({
      outcome: 'lost',
      oldName: '/app/',
      newName: 'new content root + separator',
      edit: literal('/app/'),
    });
    expect(of(on('generic-host', 6), 'unchanged', { path: 'moves', oldPath: app }).edit).toEqual(literal('/app'));
  });

  it('pins what was logged all the same', () => {
    const { outcome, edit } = of(on('web-application', 6), 'unchanged', { logged: '/app/' });
    expect([outcome, edit]).toEqual(['same', literal('/app/')]);
  });
});

describe('edge cases', () => {
  it('a content root that is configured with a separator keeps its name on a later .NET', () => {
    const [before, after] = [on('generic-host', 6, 'ended'), on('generic-host', 8, 'ended')];
    expect(of(before, after)).toMatchObject({ outcome: 'same', edit: null });
    expect(of(before, on('web-application', 6, 'ended'))).toMatchObject({ outcome: 'same', edit: null });
    expect(of(on('web-application', 6), on('generic-host', 6, 'ended'))).toMatchObject({ outcome: 'same', edit: null });
  });

  it('a content root that can not be read leaves a plain host open, and pins nothing', () => {
    const [before, after] = [on('generic-host', 6, 'unknown'), on('generic-host', 8, 'unknown')];
    expect(of(before, after)).toMatchObject({ outcome: 'open', edit: null, oldName: null });
    expect(of(before, after, { oldPath: app }).edit).toBeNull();
    expect(of(before, after, { logged: '/app' })).toMatchObject({ outcome: 'lost', edit: literal('/app') });
    expect(of(on('web-application', 6, 'unknown'), on('web-application', 8, 'unknown')).outcome).toBe('same');
  });

  it('the newer library in an application for .NET 6 has the newer rule already', () => {
    const before = { ...on('generic-host', 6), library: 7 };
    expect(of(before, on('generic-host', 8))).toMatchObject({ outcome: 'same', edit: null });
    expect(of(before, 'unchanged').oldName).toBe('content root + separator');
    expect(of(on('generic-host', 6), before)).toMatchObject({ outcome: 'lost', edit: trimmed });
  });

  it.each(['/', 'C:\\'])('at %s nothing is trimmed: there the name has a separator before and after', (root) => {
    const oldPath = serverPath(root);
    expect(of(on('generic-host', 6), on('generic-host', 8), { oldPath })).toEqual({
      outcome: 'same',
      oldName: root,
      newName: root,
      edit: null,
    });
    expect(of(on('web-host', 6), on('web-host', 8), { oldPath, path: 'moves' }).edit).toEqual(literal(root));
  });

  it('separators are those of the old server', () => {
    const windows = serverPath('C:\\inetpub\\idp\\');
    expect(of(on('web-host', 6), on('web-host', 8), { oldPath: windows }).edit).toEqual(literal('C:\\inetpub\\idp'));
    expect(of(on('web-application', 6), 'unchanged', { oldPath: windows, path: 'moves' }).edit).toEqual(
      literal('C:\\inetpub\\idp\\'),
    );
    expect(of(on('web-host', 6), on('web-host', 8), { oldPath: serverPath('/app/') }).edit).toEqual(literal('/app'));
  });

  it('an unknown framework or host leaves open only what depends on it', () => {
    expect(of(on('web-application', 6), on('web-application', null)).outcome).toBe('same');
    expect(of(on('generic-host', 7), on('unknown', 8)).outcome).toBe('same');
    expect(of(on('generic-host', 6), on('generic-host', null))).toMatchObject({ outcome: 'open', edit: trimmed });
    expect(of(on('generic-host', 6), on('unknown', 6))).toMatchObject({ outcome: 'open', edit: trimmed });
    expect(of(on('generic-host', 6), on('unknown', 8))).toMatchObject({ outcome: 'lost', edit: trimmed });
    expect(of(on('web-application', 6), on('unknown', 6))).toMatchObject({ outcome: 'open', edit: null });
    expect(of(on('unknown', 6), on('unknown', 8))).toMatchObject({ outcome: 'open', edit: null });
  });

  it('a name made of the content root moves as that does', () => {
    const name = { kind: 'content-root' } as const;
    expect(of(on('web-application', 6), on('web-application', 8), { name })).toMatchObject({
      outcome: 'lost',
      oldName: 'content root + separator',
      newName: 'content root',
      edit: null,
    });
    expect(of(on('generic-host', 6), on('generic-host', 8), { name }).outcome).toBe('same');
    expect(of(on('generic-host', 6), on('web-application', 6), { name }).outcome).toBe('lost');
    expect(of(on('generic-host', 6), 'unchanged', { name, path: 'moves' }).outcome).toBe('lost');
  });

  it('a name made of the trimmed content root only moves with the path', () => {
    const name = { kind: 'trimmed-content-root' } as const;
    expect(of(on('web-application', 6), on('generic-host', 8), { name }).outcome).toBe('same');
    expect(of(on('web-application', 6), on('web-application', 6), { name, path: 'moves' }).outcome).toBe('lost');
  });

  it('a name that is computed is taken for what it was while the path stays', () => {
    const name = { kind: 'computed', text: 'configuration["Name"]' } as const;
    expect(of(on('generic-host', 6), on('generic-host', 8), { name })).toMatchObject({ outcome: 'same', edit: null });
    expect(of(on('generic-host', 6), on('generic-host', 8), { name, path: 'moves' })).toMatchObject({
      outcome: 'open',
      edit: null,
    });
  });

  it('a name that may be without effect counts only where it makes no difference', () => {
    const name = { kind: 'uncertain', text: '"idp"' } as const;
    expect(of(on('generic-host', 6), on('generic-host', 8), { name })).toMatchObject({ outcome: 'open', edit: null });
    expect(of(on('web-application', 6), on('web-application', 8), { name }).outcome).toBe('same');
    expect(of(on('web-application', 6), 'unchanged', { name, path: 'moves' }).outcome).toBe('open');
  });

  it('a name in the code that is not the one that was logged is another one', () => {
    const name = { kind: 'literal', value: 'idp' } as const;
    expect(of(on('generic-host', 6), 'unchanged', { name, logged: 'idp' })).toMatchObject({
      outcome: 'same',
      edit: null,
    });
    expect(of(on('generic-host', 6), 'unchanged', { name, logged: '/app' })).toMatchObject({
      outcome: 'lost',
      edit: literal('/app'),
    });
  });

  it('nothing is pinned where nothing has to stay readable, whatever was logged', () => {
    expect(of(on('generic-host', 6), on('generic-host', 8), { data: 'none', logged: '/app' }).edit).toBeNull();
  });
});
