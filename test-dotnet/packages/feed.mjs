import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { xml } from './dotnet.mjs';

const frameworks = ['net6.0', 'net7.0'];

/** Empty packages with real ids, versions and dependency ranges: the family whole, and of others what the projects name or need. */
export async function makeFeed(folder, named, engine) {
  mkdirSync(folder, { recursive: true });
  const family = ['', '.Storage', '.EntityFramework', '.EntityFramework.Storage', '.AspNetIdentity'];
  const waiting = family.flatMap((end) => engine.published.map((version) => [`Duende.IdentityServer${end}`, version]));
  waiting.push(...named);
  for (const major of ['6', '7']) waiting.push([openIdConnect, `${major}.0.99`]); // for what floats
  const made = new Set();
  while (waiting.length > 0) {
    const [id, version] = waiting.pop();
    const key = `${id}/${version}`.toLowerCase();
    if (made.has(key)) continue;
    made.add(key);
    const groups = frameworks.map((framework) => ({
      framework,
      dependencies: dependenciesOf(id, version, framework, engine),
    }));
    writeFileSync(join(folder, `${id}.${version}.nupkg`), await nupkg(id, version, groups));
    for (const { dependencies } of groups)
      waiting.push(...dependencies.map(([other, range]) => [other, lowestOf(range)]));
  }
}

const lowestOf = (range) => /\d[^,\]]*/.exec(range)[0];

const openIdConnect = 'Microsoft.AspNetCore.Authentication.OpenIdConnect';

/** As published; of the token libraries those among each other. */
function dependenciesOf(id, version, framework, { compareTexts }) {
  const isAtLeast = (other) => compareTexts(version, other) >= 0;
  const runtime = framework === 'net6.0' ? '6.0' : '7.0';
  const patch = framework === 'net6.0' ? '26' : '15';
  const handler = isAtLeast('6.3.9') ? `${runtime}.${patch}` : `${runtime}.0`;
  switch (id.toLowerCase()) {
    case 'duende.identityserver.storage':
      return [
        ['IdentityModel', isAtLeast('6.3.0') ? '6.1.0' : '6.0.0'],
        ['Microsoft.AspNetCore.DataProtection.Abstractions', handler],
      ];
    case 'duende.identityserver':
      return [
        ['Duende.IdentityServer.Storage', version],
        [openIdConnect, handler],
      ];
    case 'duende.identityserver.aspnetidentity':
      return [['Duende.IdentityServer', version]];
    case 'duende.identityserver.entityframework':
      return [
        ['Duende.IdentityServer', version],
        ['Duende.IdentityServer.EntityFramework.Storage', version],
      ];
    case 'duende.identityserver.entityframework.storage':
      return [
        ['Duende.IdentityServer.Storage', version],
        ['Microsoft.EntityFrameworkCore.Relational', `${runtime}.0`],
        ['AutoMapper', '[12.0.0,13.0.0)'],
      ];
    case openIdConnect.toLowerCase(): {
      const isPatched = isAtLeast('7.0.0') ? isAtLeast('7.0.15') : isAtLeast('6.0.26');
      const tokens = isPatched ? '6.35.0' : isAtLeast('7.0.0') ? '6.15.1' : '6.10.0';
      return [['Microsoft.IdentityModel.Protocols.OpenIdConnect', tokens]];
    }
    default:
      return (tokenLibraries[id.toLowerCase()] ?? []).map((other) => [other, version]);
  }
}

const tokenLibraries = {
  'microsoft.identitymodel.protocols.openidconnect': [
    'Microsoft.IdentityModel.Protocols',
    'System.IdentityModel.Tokens.Jwt',
  ],
  'microsoft.identitymodel.protocols': ['Microsoft.IdentityModel.Logging', 'Microsoft.IdentityModel.Tokens'],
  'microsoft.identitymodel.protocols.wsfederation': [
    'Microsoft.IdentityModel.Protocols',
    'Microsoft.IdentityModel.Xml',
  ],
  'microsoft.identitymodel.xml': ['Microsoft.IdentityModel.Tokens'],
  'system.identitymodel.tokens.jwt': ['Microsoft.IdentityModel.JsonWebTokens', 'Microsoft.IdentityModel.Tokens'],
  'microsoft.identitymodel.jsonwebtokens': ['Microsoft.IdentityModel.Tokens'],
  'microsoft.identitymodel.tokens': ['Microsoft.IdentityModel.Logging'],
};

function nupkg(id, version, groups) {
  const zip = new JSZip();
  const dependencies = groups.map(
    ({ framework, dependencies }) =>
      `<group targetFramework="${framework}">${dependencies
        .map(([other, range]) => `<dependency id="${other}" version="${xml(range)}" />`)
        .join('')}</group>`,
  );
  zip.file(
    `${id}.nuspec`,
    `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>${id}</id><version>${version}</version><authors>test</authors><description>empty</description>
    <dependencies>${dependencies.join('')}</dependencies>
  </metadata>
</package>`,
  );
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
