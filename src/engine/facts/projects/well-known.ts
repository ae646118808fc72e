import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import { absolute, archiveRoot } from './paths.ts';

/** Given by the machine, the SDK, a package's own props or the command line: an archive can't say. */
export const isSetElsewhere = (name: string) =>
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name) ||
  /^(MSBuild|NETCore|Bundled|VisualStudio|NuGet|VSTools|Solution|DevEnv|BuildingInside|Microsoft)/i.test(name) ||
  /^(Configuration|Platform|ContinuousIntegrationBuild|DesignTimeBuild|IsTestProject|UserProfile|OutputType)$/i.test(
    name,
  );

/** Reserved properties that follow from where a file stands. */
export function wellKnown(key: string, project: FilePath, file: FilePath): string | null {
  if (!key.startsWith('msbuild')) return null;
  const [kind, path] = key.startsWith('msbuildproject')
    ? [key.slice('msbuildproject'.length), project]
    : key.startsWith('msbuildthisfile')
      ? [key.slice('msbuildthisfile'.length) || 'file', file]
      : ['', project];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = archiveRoot + (folderOf(path) && `${folderOf(path)}/`);
  const isProject = key.startsWith('msbuildproject');
  switch (kind) {
    case 'directory':
      return isProject ? folder.slice(0, -1) : folder;
    case 'fullpath':
      return absolute(path);
    case 'file':
      return name;
    case 'name':
      return name.replace(/\.[^.]*$/, '');
    case 'extension':
      return name.slice(name.lastIndexOf('.'));
    default:
      return null;
  }
}
