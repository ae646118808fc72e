import type { Defaults, NewColumn } from '../new-columns.ts';

/** What a script is about. */
export interface ScriptSubject {
  readonly context: string;
  readonly table: string;
  readonly schema: string | null;
  readonly columns: readonly NewColumn[];
  readonly defaults: Defaults;
  /** EF's row for the migration that does the same; null where there is none to go with. */
  readonly row: HistoryRow | null;
}

export interface HistoryRow {
  readonly table: string;
  readonly schema: string | null;
  readonly columns: readonly [string, string]; // of id and version
  readonly id: string;
  readonly version: string;
}

/** One database's way to say it. Both may run again, and after a run that broke off. */
export interface Dialect {
  readonly file: string; // in file names
  readonly notes: { readonly up: string; readonly down: string };
  up(subject: ScriptSubject): string;
  down(subject: ScriptSubject): string;
}

/** `'…'` with quotes doubled, as every one of these databases takes it. */
export const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Minutes and mode that rows get; EF's zeros weaken DPoP. */
export const skewOf = (defaults: Defaults) => (defaults === 'model' ? '00:05:00' : '00:00:00');
export const modeOf = (defaults: Defaults) => (defaults === 'model' ? '1' : '0');
