import { describe, expect, it } from 'vitest';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import { isKey, readSettings } from './read-settings.ts';

const text = `{
  // what .NET allows
  "IdentityServer": { "Clients": [ { "ClientId": "a", }, ], "Issuer:Uri": null },
  "Count": 2, "On": true
}`;

describe('readSettings', () => {
  it('reads every value with its path and place, with comments and trailing commas', () => {
    const [file] = readSettings(workspaceOfTexts({ 'src/appsettings.Development.json': text }));
    expect(
      file!.settings.map(({ key, value, span }) => [key.join('/'), value, text.slice(span.start, span.end)]),
    ).toEqual([
      ['IdentityServer/Clients/0/ClientId', 'a', '"a"'],
      ['IdentityServer/Issuer/Uri', null, 'null'],
      ['Count', 2, '2'],
      ['On', true, 'true'],
    ]);
  });

  it('reads only appsettings, and what it can of a broken one', () => {
    const files = readSettings(
      workspaceOfTexts({ 'package.json': '{"a":1}', 'APPSETTINGS.json': '{"a":1,', 'appsettings.x.json': '' }),
    );
    expect(files.map(({ path, settings }) => [path, settings.length])).toEqual([
      ['APPSETTINGS.json', 1],
      ['appsettings.x.json', 0],
    ]);
  });

  it('compares keys without case', () => {
    const setting = { key: ['Identityserver', 'LicenseKey'], value: 'x', span: { start: 0, end: 1 } };
    expect(isKey(setting, 'IdentityServer', 'licensekey')).toBe(true);
    expect(isKey(setting, 'IdentityServer')).toBe(false);
  });
});
