import type { HostKind } from './facts/project.ts';
import type { SchemaLevel } from './facts/schema/snapshot.ts';
import type { Finding, Requirement } from './rules/finding.ts';
import type { Question } from './rules/question.ts';
import type { FilePath } from './workspace/file-path.ts';
import type { InputInfo } from './workspace/input.ts';
import type { Notice } from './workspace/workspace.ts';

export type { InputInfo };

/** What one look at a solution found. Plain data: it crosses threads and is what screens and reports are made of. */
export interface Analysis {
  readonly input: InputInfo;
  readonly target: string;
  readonly projects: readonly ProjectSummary[];
  readonly contexts: readonly ContextSummary[];
  readonly questions: readonly AskedQuestion[];
  readonly findings: readonly Finding[]; // by path, position, rule
  /** Fixes that can't both be applied; a pair of the same fix twice can't be applied at all. */
  readonly conflicts: readonly (readonly [Requirement, Requirement])[];
  readonly notices: readonly Notice[];
  readonly coverage: readonly CoverageState[];
}

/** A project that the product reaches. */
export interface ProjectSummary {
  readonly path: FilePath;
  readonly sdk: string | null;
  readonly targetFrameworks: readonly string[];
  readonly host: HostKind;
  readonly packages: readonly { id: string; version: string | null; declaredIn: FilePath; line: number }[];
}

/** A context that holds the product's clients. */
export interface ContextSummary {
  readonly name: string;
  /** Where one looks first: its declaration, else its registration, else its snapshot. */
  readonly path: FilePath;
  readonly databases: readonly string[]; // as people call them
  readonly snapshots: readonly { readonly path: FilePath; readonly database: string; readonly level: SchemaLevel }[];
}

export interface AskedQuestion extends Question {
  readonly answer: string;
  readonly isAssumed: boolean;
}

export interface CoverageState {
  readonly item: string;
  readonly title: string;
  readonly rule: string | null;
  readonly state: 'found' | 'nothing-found' | 'by-hand' | 'not-looked-for';
  readonly why: string | null;
}
