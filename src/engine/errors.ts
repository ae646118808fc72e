/** Everything that can go wrong with what the user gave us: what happened, and what to do next. `{name}` is filled from `detail`. */
const catalogue = {
  'archive-unreadable': {
    message: '{file} could not be opened as a zip archive.',
    remedy: 'Zip the folder that contains your .sln file again and give that file.',
  },
  'archive-damaged': {
    message: '{file} is damaged: {why}.',
    remedy: 'Zip the folder that contains your .sln file again and give that file.',
  },
  'archive-unsupported': {
    message: '{file} was made in a way this tool cannot read: {why}.',
    remedy: 'Zip the folder that contains your .sln file again with the tool of your system, and give that file.',
  },
  'archive-empty': {
    message: '{file} holds no files.',
    remedy: 'Zip the folder that contains your .sln file, with its contents, and give that file.',
  },
  'archive-encrypted': {
    message: '{file} is protected with a password.',
    remedy: 'Make a zip without a password; nothing of it leaves this machine.',
  },
  'archive-too-large': {
    message: '{file} unpacks to more than {limit}.',
    remedy: 'Leave out bin, obj, node_modules and other generated folders, and zip the solution again.',
  },
  'solution-file-alone': {
    message: '{file} only lists projects; the code is not in it.',
    remedy: 'Give the folder that holds it, or a zip of that folder.',
  },
  'no-dotnet-code': {
    message: '{file} holds no .NET project, C# code or settings.',
    remedy: 'Give the folder or zip that contains your solution (.sln, .csproj and .cs files).',
  },
  'no-identityserver': {
    message: 'No project in {file} uses Duende IdentityServer.',
    remedy: 'Give the solution whose host references the package Duende.IdentityServer 6.2.',
  },
  identityserver4: {
    message: '{file} uses IdentityServer4 ({where}), not Duende IdentityServer 6.2.',
    remedy:
      "Move from IdentityServer4 to Duende IdentityServer first, with the vendor's guide for that step, then come back.",
  },
  'version-too-old': {
    message: '{file} uses Duende IdentityServer {version} ({where}); this upgrade starts at 6.2.',
    remedy: "Go to 6.0 first, with the vendor's guides from {version} on, then come back.",
  },
  'version-too-new': {
    message: '{file} already uses Duende IdentityServer {version} ({where}), which is newer than 6.3.',
    remedy: 'There is nothing to upgrade here from 6.2 to 6.3.',
  },
  'input-missing': {
    message: '{file} does not exist or cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
} as const;

export type UpgradeErrorCode = keyof typeof catalogue;
export type ErrorDetail = Readonly<Record<string, string>>;

/** The user can act on it. Crosses threads as `{ code, detail }`; `describeError` turns that into sentences. */
export class UpgradeError extends Error {
  readonly type = 'upgrade-error';
  constructor(
    readonly code: UpgradeErrorCode,
    readonly detail: ErrorDetail = {},
  ) {
    super(describeError(code, detail).message);
    this.name = 'UpgradeError';
  }
}

export function describeError(code: UpgradeErrorCode, detail: ErrorDetail): { message: string; remedy: string } {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => detail[key] ?? key);
  const { message, remedy } = catalogue[code];
  return { message: fill(message), remedy: fill(remedy) };
}

/** We are wrong. Never shown as if the user could mend it. */
export class BugError extends Error {
  readonly type = 'bug-error';
  constructor(claim: string) {
    super(`This should hold and doesn't: ${claim}`);
    this.name = 'BugError';
  }
}

export function invariant(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new BugError(claim);
}
