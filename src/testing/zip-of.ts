import JSZip from 'jszip';

/** A zip with these files, always the same bytes for the same files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, content] of Object.entries(files)) {
    zip.file(path, content, { createFolders: false, date: new Date(Date.UTC(2024, 0, 1)) });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

export const projectFile = (version: string, id = 'Duende.IdentityServer') =>
  `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net6.0</TargetFramework>\n  </PropertyGroup>\n  <ItemGroup>\n    <PackageReference Include="${id}" Version="${version}" />\n  </ItemGroup>\n</Project>\n`;
