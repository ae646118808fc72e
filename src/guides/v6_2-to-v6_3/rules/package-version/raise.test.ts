import { describe, expect, it } from 'vitest';
import { parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { parseRange, takes } from '../../../../engine/facts/nuget/version-range.ts';
import { published } from './published.ts';
import { raise } from './raise.ts';

const to = (text: string, target = '6.3.10') => {
  const result = raise(text, target, published);
  return result.kind === 'raise' ? result.text : result.kind;
};

describe('raise', () => {
  it.each([
    ['6.2.0', '6.3.10'],
    ['6.2', '6.3.10'],
    ['6.2.0.0', '6.3.10'],
    ['6.2.0-rc.1', '6.3.10'],
    ['6.3.0-preview.1', '6.3.10'],
    ['6.2.0+build.7', '6.3.10'],
    ['[6.2.0]', '[6.3.10]'],
    ['[6.2.0,6.3.0)', '[6.3.10,6.4.0)'],
    ['[6.2.0, 6.3)', '[6.3.10, 6.4)'],
    ['[6.2.0,7.0.0)', '[6.3.10,7.0.0)'],
    ['[6.2.0,7)', '[6.3.10,7)'],
    ['[6.2.0,)', '[6.3.10,)'],
    ['(6.2.0,7.0.0)', '[6.3.10,7.0.0)'],
    ['[6.2.0,6.2.5]', '[6.3.10,6.3.10]'],
    ['6.2.*', '6.3.*'],
    ['6.2.*-*', '6.3.*-*'],
    ['6.2.0-*', '6.3.10'],
    ['6.2.3.*', '6.3.10'],
  ])('turns %s into %s', (before, after) => {
    expect(to(before)).toBe(after);
  });

  it.each([
    ['6.3.10', 'enough'],
    ['7.0.8', 'enough'],
    ['[6.3.10,6.4.0)', 'enough'],
    ['6.*', 'floats-there'],
    ['6.3.*', 'floats-there'],
    ['*', 'floats-there'],
    ['(,7.0.0)', 'unreadable'],
    ['latest', 'unreadable'],
    ['', 'unreadable'],
  ])('leaves %s: %s', (text, kind) => {
    expect(to(text)).toBe(kind);
  });

  it('writes the version where floating on would go past the target', () => {
    expect(to('6.2.*', '6.3.8')).toBe('6.3.8');
    expect(to('6.3.*', '6.3.8')).toBe('floats-there');
  });

  it('gives a text with which restore takes the target, whatever the form', () => {
    const forms = (v: string) => [v, `[${v}]`, `[${v},7.0.0)`, `[${v}, 6.4)`, `(${v},)`, `[${v},${v}]`, `[${v},6.3.0)`];
    const available = published.map((version) => parseVersion(version)!);
    for (const version of published.filter((v) => v.startsWith('6.0.') || v.startsWith('6.2.'))) {
      for (const target of published.filter((v) => v.startsWith('6.3.'))) {
        for (const form of forms(version)) {
          const result = raise(form, target, published);
          if (result.kind !== 'raise') throw new Error(`${form} → ${result.kind}`);
          expect(takes(parseRange(result.text)!, available), `${form} → ${result.text}`).toEqual(parseVersion(target));
          expect(raise(result.text, target, published).kind).toBe('enough');
        }
      }
    }
  });
});
