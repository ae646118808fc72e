import type { Span } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';

/** One value of an `appsettings*.json`. Keys are compared without case, as .NET configuration does. */
export interface Setting {
  readonly key: readonly string[]; // ['IdentityServer', 'Clients', '0', 'ClientId']
  readonly value: string | number | boolean | null;
  readonly span: Span; // of the value
}

export interface AppSettings {
  readonly path: FilePath;
  readonly settings: readonly Setting[];
}
