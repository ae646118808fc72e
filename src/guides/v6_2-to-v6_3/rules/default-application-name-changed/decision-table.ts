import type { GivenName } from '../../../../engine/facts/data-protection/application-name.ts';
import {
  contentRootPathOf,
  type Deployment,
  defaultNameOf,
  type Ending,
} from '../../../../engine/facts/data-protection/default-name.ts';
import { nameAt, type ServerPath } from '../../../../engine/facts/data-protection/server-path.ts';

/** One host, as it runs now and as it will. */
export interface Situation {
  readonly before: Deployment;
  readonly after: Deployment | 'unchanged';
  readonly path: 'same' | 'moves' | 'unknown';
  readonly oldPath: ServerPath | null;
  readonly name: GivenName;
  readonly data: 'keep' | 'none' | 'unknown';
  readonly logged: string | null; // the name that the old deployment reported
}

export type Outcome = 'same' | 'lost' | 'open';

/** What to set: a text, or the content root without its separator, worked out by the new deployment. */
export type NameEdit = { readonly kind: 'literal'; readonly value: string } | { readonly kind: 'trimmed' };

export interface Conclusion {
  /** Whether the new deployment looks under the old name. `open`: it can't be told. */
  readonly outcome: Outcome;
  readonly oldName: string | null; // as far as it is known; null: not at all
  readonly newName: string | null;
  readonly edit: NameEdit | null;
}

/** Will the new deployment, without any edit, look for its keys under the old name, and what keeps them if not? */
export function conclude(situation: Situation): Conclusion {
  const rooted = atRoot(situation);
  const [old, next] = [nameBefore(rooted), nameAfter(rooted)];
  return { outcome: outcomeOf(rooted), oldName: spelled(old), newName: spelled(next), edit: editOf(rooted) };
}

/** At `/` or `C:\` nothing is without a separator. */
function atRoot(situation: Situation): Situation {
  const { before, after, path, oldPath } = situation;
  if (!oldPath?.isRoot) return situation;
  const isStill = path === 'same' && after !== 'unchanged';
  return {
    ...situation,
    before: { ...before, root: 'ended' },
    after: isStill ? { ...after, root: 'ended' } : after,
  };
}

function outcomeOf(situation: Situation): Outcome {
  const { path, name } = situation;
  if (name.kind === 'literal') return outcomeOfText(situation, name.value);
  if (name.kind === 'own') return 'same';
  if (name.kind === 'computed') return path === 'same' ? 'same' : 'open';
  if (situation.after === 'unchanged' && path === 'same') return 'same';
  if (path === 'moves') return name.kind === 'uncertain' ? 'open' : 'lost';
  const byEnding = outcomeOfEndings(situation);
  if (name.kind === 'uncertain' && byEnding !== 'same') return 'open';
  return byEnding === 'same' && path === 'unknown' ? 'open' : byEnding;
}

const outcomeOfText = ({ logged }: Situation, value: string): Outcome =>
  logged === null || logged === value ? 'same' : 'lost';

function outcomeOfEndings(situation: Situation): Outcome {
  if (situation.after === 'unchanged') return 'same';
  const [old, next] = [endingBefore(situation), endingAfter(situation)];
  if (old === 'unknown' || next === 'unknown') return 'open';
  return old === next ? 'same' : 'lost';
}

/** What was logged says more about the old name than any rule. */
function endingBefore({ before, name, logged }: Situation): Ending {
  if (logged !== null) return /[\\/]$/.test(logged) ? 'ended' : 'bare';
  return endingIn(before, name);
}

const endingAfter = ({ before, after, name }: Situation) => endingIn(after === 'unchanged' ? before : after, name);

function endingIn(deployment: Deployment, { kind }: GivenName): Ending {
  if (kind === 'trimmed-content-root') return 'bare';
  return kind === 'content-root' ? contentRootPathOf(deployment) : defaultNameOf(deployment);
}

/** A name: a text, or where the content root is and how it ends. */
type Name = { readonly text: string } | { readonly at: ServerPath | 'old' | 'new'; readonly ending: Ending } | null;

function nameBefore(situation: Situation): Name {
  const { name, oldPath, logged } = situation;
  if (logged !== null) return { text: logged };
  if (name.kind === 'literal') return { text: name.value };
  if (isOpaque(name)) return null;
  return { at: oldPath ?? 'old', ending: endingBefore(situation) };
}

function nameAfter(situation: Situation): Name {
  const { name, oldPath, path, logged, after } = situation;
  if (name.kind === 'literal') return { text: name.value };
  if (isOpaque(name)) return null;
  if (path !== 'same') return { at: 'new', ending: endingAfter(situation) };
  if (logged !== null && after === 'unchanged') return { text: logged };
  return { at: oldPath ?? 'old', ending: endingAfter(situation) };
}

const isOpaque = ({ kind }: GivenName) => kind === 'computed' || kind === 'own' || kind === 'uncertain';

function spelled(name: Name): string | null {
  if (name === null || 'text' in name) return name?.text ?? null;
  const { at, ending } = name;
  if (ending === 'unknown') return null;
  if (typeof at !== 'string') return nameAt(at, ending);
  return `${at === 'old' ? 'content root' : 'new content root'}${ending === 'ended' ? ' + separator' : ''}`;
}

/** A name is set only where that surely gives the old one, and never twice. */
function editOf(situation: Situation): NameEdit | null {
  const { before, path, oldPath, name, data, logged } = situation;
  if (data === 'none') return null;
  if (logged !== null) return name.kind === 'literal' && name.value === logged ? null : pinned(logged);
  if (data === 'unknown' || name.kind !== 'none' || outcomeOf(situation) === 'same') return null;
  const ending = defaultNameOf(before);
  if (ending === 'unknown') return null;
  if (oldPath) return pinned(nameAt(oldPath, ending));
  return ending === 'bare' && path === 'same' ? { kind: 'trimmed' } : null;
}

const pinned = (value: string): NameEdit => ({ kind: 'literal', value });
