import { describe, expect, it } from 'vitest';
import { expand, onlyProperty, type Scope } from './expand.ts';

const scope: Scope = {
  property: (name) => ({ a: '6.2', path: '/~/src/', open: null })[name.toLowerCase()] ?? (name === 'open' ? null : ''),
  fileAbove: (name, folder) => (name === 'x.props' && folder === '/~/src/../' ? '/~/x.props' : ''),
  exists: () => null,
};

describe('expand', () => {
  it.each([
    ['$(A).0', '6.2.0'],
    ['$(a)$(A)', '6.26.2'],
    ['$(Nothing)x', 'x'],
    ['$(open).0', null],
    ["$(A.Replace('.', '_'))", '6_2'],
    ["$(A.Replace('.', '_').ToUpper())!", '6_2!'],
    ['$(A.Substring(2))', '2'],
    ['$(A.Length)', '3'],
    ["$([MSBuild]::GetPathOfFileAbove('x.props', '$(Path)../'))", '/~/x.props'],
    ['$([MSBuild]::GetDirectoryNameOfFileAbove($(Path)../, x.props))', '/~'],
    ["$([System.IO.Path]::Combine('$(Path)', 'b', 'c'))", '/~/src/b/c'],
    ["$([MSBuild]::GetTargetFrameworkIdentifier('net7.0'))", '.NETCoreApp'],
    ['$([System.DateTime]::Now)', null],
    ['$(A.Frobnicate())', null],
    ['$(A', null],
    ['no property', 'no property'],
  ])('%s gives %s', (text, value) => {
    expect(expand(text, scope)).toBe(value);
  });
});

describe('onlyProperty', () => {
  it('is there only where a property is all of the text', () => {
    expect(onlyProperty(' $(Duende.Version) ')).toBe('Duende.Version');
    expect(onlyProperty('$(A).0')).toBeNull();
    expect(onlyProperty("$(A.Replace('a', 'b'))")).toBeNull();
  });
});
