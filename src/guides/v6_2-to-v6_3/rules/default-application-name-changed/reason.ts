import type { Deployment } from '../../../../engine/facts/data-protection/default-name.ts';
import { type Conclusion, conclude, type Situation } from './decision-table.ts';

/** Why the conclusion is what it is, in two sentences. */
export function reasonFor(situation: Situation, conclusion: Conclusion): string {
  const { name, logged, path } = situation;
  if (logged !== null && name.kind !== 'literal') return loggedReason(situation, conclusion);
  switch (name.kind) {
    case 'literal':
      return literalReason(name.value, logged);
    case 'own':
      return `A class of your own, \`${name.text}\`, gives the application its name. Framework, host and path have no part in it, as long as that class stays.`;
    case 'computed':
      return `The application names itself, with \`${name.text}\`, which is worked out when it starts. The keys stay readable while that gives the same text; if it follows from the path, it moves when the path does.`;
    case 'uncertain':
      return `A name, \`${name.text}\`, is set through the options in a place where we can't see whether the framework's own set-up runs later and overwrites it. A plain \`Configure\` before the first call that adds data protection has no effect; after it, or with \`PostConfigure\`, it has.`;
    case 'content-root':
    case 'trimmed-content-root':
      return contentRootReason(situation, conclusion);
    case 'none':
      return path === 'moves' ? movedReason : defaultReason(situation, conclusion);
  }
}

const movedReason =
  'No name is set, so the path that the host runs in is its name, and that path changes. Under another name nothing that is protected today can be read.';

function loggedReason({ logged }: Situation, { outcome }: Conclusion): string {
  const first = `The old deployment keeps its keys under \`${logged}\`, which is the surest thing to know about it.`;
  if (outcome === 'same')
    return `${first} The new one would arrive at the same name by itself; set as a text, it stays what it is.`;
  if (outcome === 'lost')
    return `${first} The new one would look under another name, and could not read what is protected now.`;
  return `${first} Under which one the new deployment would look can't be told, so the old one has to be set.`;
}

function literalReason(value: string, logged: string | null): string {
  if (logged !== null && logged !== value)
    return `The code names the application \`${value}\`, but the old deployment keeps its keys under \`${logged}\`. The new one would look under the first and could not read what is protected under the second.`;
  if (value === '')
    return 'The code sets an empty name, which means that the keys have none. That stays so whatever happens to framework, host or path.';
  return `The application names itself \`${value}\`. Its keys stay readable whatever happens to framework, host or path, as long as that name stays.`;
}

function contentRootReason({ name, path }: Situation, { outcome }: Conclusion): string {
  const first =
    name.kind === 'content-root'
      ? 'The code sets the content root as the name, as it is.'
      : 'The code sets the content root without its separator as the name.';
  if (outcome === 'same') return `${first} It is the same text before and after.`;
  if (path === 'moves') return `${first} That path changes, and the name with it.`;
  if (path === 'unknown') return `${first} Whether that path stays the same is not known, and the name goes with it.`;
  return outcome === 'lost'
    ? `${first} \`WebApplication\` on .NET 6 ends that path with a separator and others don't, so the name becomes another one.`
    : `${first} Whether the path ends with a separator, before or after, can't be told.`;
}

function defaultReason(situation: Situation, { outcome }: Conclusion): string {
  const { before, after, path } = situation;
  if (after === 'unchanged') {
    return path === 'unknown'
      ? 'No name is set, so the path that the host runs in is its name. Whether that path changes is not known yet.'
      : 'No name is set, so the framework makes one of the path that the host runs in. Framework, kind of host and path stay, so the name does too, and everything that is protected now stays readable.';
  }
  if (outcome === 'same') return sameReason(before, after);
  if (outcome === 'lost') return lostReason(before, after);
  const byEnding = conclude({ ...situation, path: 'same' }).outcome;
  return byEnding === 'open'
    ? 'No name is set, so the framework makes one of the path that the host runs in, and whether that ends with a separator depends on framework, host and the way the path is set. Not all of these are known, so the two names can be the same or not.'
    : 'Framework and kind of host would give the name the same ending as before. But no name is set, so the path is the name, and whether that changes is not known yet.';
}

function sameReason(before: Deployment, after: Deployment): string {
  if (isOld(before) && !isOld(after) && before.host === 'web-application')
    return "`WebApplication` on .NET 6 already ends the path with a separator, and from .NET 7 on every name ends with one. The two names are the same; the path without its separator, which is what the vendor's page advises to set, would be another one and lose the keys.";
  if (before.root === 'ended')
    return 'The path that the host runs in ends with a separator already, so the name did so before. What .NET 7 and `WebApplication` add is there, and the path without it would be another name.';
  if (isOld(before))
    return 'On this framework both kinds of host make the same name of the path. Everything that is protected now stays readable.';
  return 'The data protection that runs now already ends the name with a separator, as every later one does and every kind of host. The path without its separator would be another name and lose the keys.';
}

function lostReason(before: Deployment, after: Deployment): string {
  if (before.host === 'web-application')
    return "`WebApplication` on .NET 6 ends the name with a separator; a host built with `Host` or `WebHost` on the same framework doesn't. The new deployment would look under the path without it, and find nothing that it can read.";
  if (!isOld(after))
    return 'Up to .NET 6, a host built with `Host` or `WebHost` takes the path as it is for its name; from .NET 7 on the name ends with a separator. The new deployment would look under another name, and find nothing that it can read.';
  return 'A host built with `Host` or `WebHost` takes the path as it is for its name; `WebApplication` on .NET 6 ends it with a separator. The new deployment would look under another name, and find nothing that it can read.';
}

const isOld = ({ library }: Deployment) => library !== null && library < 7;
