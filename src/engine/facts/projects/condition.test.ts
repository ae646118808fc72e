import { describe, expect, it } from 'vitest';
import { holds } from './condition.ts';
import type { Scope } from './expand.ts';

const properties: Record<string, string | null> = { tf: 'net7.0', empty: '', open: null, on: 'true' };
const scope: Scope = {
  property: (name) => (name.toLowerCase() in properties ? properties[name.toLowerCase()]! : ''),
  fileAbove: () => '',
  exists: (path) => path === 'there',
};

describe('holds', () => {
  it.each([
    ["'$(TF)' == 'net7.0'", true],
    ["'$(TF)' == 'NET7.0'", true],
    ["'$(TF)' != 'net7.0'", false],
    [" '$(Missing)' == '' ", true],
    ["'$(Open)' == 'Debug'", null],
    ["'$(Open)|$(TF)' == 'Debug|net7.0'", null],
    ["'$(Open)' == 'Debug' and '$(TF)' == 'net6.0'", false],
    ["'$(Open)' == 'Debug' or '$(TF)' == 'net7.0'", true],
    ["'$(Open)' == 'Debug' Or '$(TF)' == 'net6.0'", null],
    ["!('$(TF)' == 'net6.0') AND $(On)", true],
    ['!$(Open)', null],
    ["Exists('there')", true],
    ["!exists('elsewhere')", true],
    ["Exists('$(Open)/x')", null],
    ["HasTrailingSlash('a/')", true],
    ["'6.0' == '6.00'", true],
    ["'$(On)' == 'yes'", true],
    ["'10' > '9' and '6.0.2' < '6.0.10'", true],
    ["$(TF.StartsWith('net7'))", true],
    ["$([MSBuild]::IsTargetFrameworkCompatible('$(TF)', 'net6.0'))", true],
    ["$([MSBuild]::VersionGreaterThanOrEquals('7.0.2', '7.0.15'))", false],
    ["'%(Identity)' == 'A'", null],
    ["'@(Items)' == ''", null],
    ['what is this?', null],
    ["'a' == 'b' garbage", null],
    ['', true],
  ])('%s is %s', (condition, truth) => {
    expect(holds(condition, scope)).toBe(truth);
  });
});
