import type { Finding } from '../rules/finding.ts';

export type Decision =
  | { readonly kind: 'accept'; readonly fix: string; readonly by: 'default' | 'user' }
  | { readonly kind: 'decline'; readonly by: 'user'; readonly reason?: string }
  | { readonly kind: 'by-hand'; readonly by: 'default' | 'user' };

/** Absent = undecided; undecided changes nothing. */
export type Decisions = ReadonlyMap<Finding['id'], Decision>;
