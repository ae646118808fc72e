import { describe, expect, it } from 'vitest';
import { globMatcher } from './globs.ts';

describe('globMatcher', () => {
  it.each([
    ['**/*.cs', '', 'Program.cs', true],
    ['**/*.cs', '', 'a/b/C.CS', true],
    ['*.cs', '', 'a/B.cs', false],
    ['**\\*.cs', 'src/Host', 'src/Host/Pages/A.cs', true],
    ['**\\*.cs', 'src/Host', 'src/Other/A.cs', false],
    ['..\\Shared\\**\\*.cs', 'src/Host', 'src/Shared/x/A.cs', true],
    ['A.cs; B.cs', 'src', 'src/b.cs', true],
    ['wwwroot\\**', '', 'wwwroot/a/.hidden', true],
    ['**/*.*', '', 'src/LICENSE', true],
    ['?.cs', '', 'A.cs', true],
    ['?.cs', '', 'AB.cs', false],
    ['../../*.cs', 'src', 'A.cs', false],
    ['obj/**', 'src', 'src/objects/A.cs', false],
  ])('%s from "%s" on %s: %s', (pattern, folder, path, matches) => {
    expect(globMatcher(pattern, folder)(path)).toBe(matches);
  });

  it.each(['[a]', '{a,b}', '(a)', '!a', '+(a)', '@a', 'a$b'])('takes %s for plain characters', (name) => {
    expect(globMatcher(`**/${name}*.cs`)(`x/${name}1.cs`)).toBe(true);
    expect(globMatcher(`**/${name}*.cs`)('x/a1.cs')).toBe(false);
  });

  it('reads escapes as MSBuild does', () => expect(globMatcher('a%20b%2ecs')('A B.cs')).toBe(true));
});
