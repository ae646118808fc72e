/** The command was wrong; the message is one line that says how. Exit code 2. */
export class UsageError extends Error {
  readonly type = 'usage-error';
}
