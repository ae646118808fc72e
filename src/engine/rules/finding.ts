import type { Span } from '../text/span.ts';
import type { Change } from '../workspace/change.ts';
import type { Confidence } from '../workspace/confidence.ts';
import type { FilePath } from '../workspace/file-path.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** `breaks-run`: compiles, then throws, is silently ignored, or loses data. */
export type Severity = 'breaks-build' | 'breaks-run' | 'changes-behaviour' | 'advice';
export type StepId = 'packages' | 'schema' | 'data-protection' | 'breaking-changes' | 'done';

export interface Evidence {
  readonly path: FilePath;
  readonly span: Span;
  /** 1-based, as a compiler counts. Columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly excerpt: string; // the line(s) as written, trimmed at the end
  readonly because: string; // "calls the old name"
}

export interface Explanation {
  readonly title: string;
  readonly message: string; // Markdown: what was seen, why it matters
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly projects: readonly FilePath[];
  readonly evidence: NonEmpty<Evidence>;
  /** What is best read row by row: the clients that are hit. */
  readonly table?: Table;
  /** The items of the coverage list this is about, where the rule covers more than one. */
  readonly items?: readonly string[];
  /** To take home whatever is decided, unless the accepted fix brings others. */
  readonly scripts?: readonly Script[];
  /** For the picture of a key ring that two deployments look into. */
  readonly keyNames?: KeyNames;
  /** For the table of packages. */
  readonly packageMove?: PackageMove;
  /** For the picture of a database table before and after. */
  readonly tableChange?: TableChange;
}

/** Every row has a cell for every column. Columns are words; cells are inline Markdown, as titles are. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Packages that one text gives their version. `after` is null where no edit is offered. */
export interface PackageMove {
  readonly ids: readonly string[];
  readonly before: string;
  readonly after: string | null;
  readonly reason: string | null; // why a package of others has to move: "NU1605"
  /** Of packages that move as one: the projects in which others of them belong together with these. */
  readonly together?: readonly FilePath[];
  /** What becomes of it where the others move and these stay: a clause, where there is more to say than of any mix. */
  readonly ifLeft?: string;
}

export interface TableChange {
  readonly context: string;
  readonly database: string; // as people call it
  readonly table: string; // with its schema
  readonly level: string; // what stands there now: "6.2", "no snapshot"
  readonly columns: readonly TableColumn[]; // those that are there, as far as they can be read, then those to come
}

export interface TableColumn {
  readonly name: string;
  readonly type: string; // the database's; '' where it can't be told
  readonly isNullable: boolean;
  readonly isNew: boolean;
}

/** The names that keys are looked up under before and after; null where it isn't known. */
export interface KeyNames {
  readonly before: string | null;
  readonly after: string | null;
  readonly keptIn: string; // "a database"
  readonly outcome: 'same' | 'different' | 'open';
}

/** SQL for those who change the schema with another tool. `name` is a file's, without a folder. */
export interface Script {
  readonly name: string;
  readonly title: string; // "SQL up"
  readonly text: string; // with `\n`
}

/**
 * Several fixes are several honest choices: "take the new default" (no changes), "keep the old one".
 * `safety` assumes the finding is right; whether it is right, `confidence` says. On a `possible` finding every fix is for review.
 */
export type Fix = FixParts & { readonly requires: readonly Requirement[] };

/** As a rule writes it: what must move with it is named by rule and place, and `runRules` finds the finding. */
export type FixDraft = FixParts & {
  readonly requires?: readonly DraftRequirement[];
  /** What it writes compiles on the old version as well, and means the same there. */
  readonly onBoth?: true;
};

type FixParts = {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly scripts?: readonly Script[];
} & ({ readonly safety: 'safe' } | { readonly safety: 'review'; readonly caution: string });

export interface DraftRequirement {
  readonly rule: string;
  readonly at: { readonly path: FilePath; readonly span: Span }; // the first evidence of that rule's finding
  readonly fix: string;
}

export interface Requirement {
  readonly finding: string;
  readonly fix: string;
}

/** Plain data: it survives `postMessage`, storage and a report unchanged. */
export interface Finding extends Explanation {
  readonly id: string; // rule / 12 hex digits of SHA-256 over path, evidence text and ordinal: the same in every run over the same code
  readonly rule: string;
  readonly step: StepId;
  readonly source: string; // absolute URL
  readonly fixes: readonly Fix[];
  /** A question whose given answer settles this finding; the answer puts the fitting fix first. */
  readonly settledBy?: { readonly question: string; readonly project: FilePath | null };
}
