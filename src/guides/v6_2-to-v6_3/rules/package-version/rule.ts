import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { fixesFor } from './fixes.ts';
import { code } from './listed.ts';
import { isStore, type Match, matchesIn, type Stated, type Unstated } from './matches.ts';
import { evidenceOf, messageOf, severityOf, storeLeft, titleOf } from './words.ts';

/** The five packages are released together and depend on each other's version, so they move together. */
export default defineRule<Match>({
  meta: {
    id: 'package-version',
    step: 'packages',
    title: 'The packages of the family are released as 6.3',
    source: '#step-1-update-nuget-package',
    covers: ['step-1/package-reference'],
    applies: { since: '6.3.0' },
  },

  detect: matchesIn,

  explain: (match, { target }) => (match.kind === 'stated' ? explainStated(match, target) : explainUnstated(match)),

  fix: (match, { target }) => (match.kind === 'stated' ? fixesFor(match, target) : []),
});

function explainStated(match: Stated, target: string): Explanation {
  const { place, uses } = match.stated;
  const isOpen = place.conditions.length > 0 || uses.every(({ how }) => how === 'stray');
  return {
    title: titleOf(match),
    message: messageOf(match, target),
    severity: severityOf(match),
    confidence: isOpen ? 'likely' : 'certain',
    projects: match.projects,
    evidence: evidenceOf(match),
    packageMove: {
      ids: match.ids,
      before: place.value ?? place.text,
      after: match.raise.kind === 'raise' ? match.raise.text : null,
      reason: null,
      together: match.projectsAround,
      ...(match.ids.some(isStore) && { ifLeft: storeLeft }),
    },
  };
}

function explainUnstated(match: Unstated): Explanation {
  const { kind, id, text, file, element, projects, isCentral } = match;
  const name = code(id);
  if (kind === 'not-counting') {
    return {
      title: `A line for ${name} that doesn't count`,
      message: `It names ${code(text)}, but no project takes its version from here: ${whyNot(match)}. Whether it is needed is yours to say.`,
      severity: 'advice',
      confidence: 'likely',
      projects,
      evidence: [evidence(file.source, element.span, `names ${text}`)],
    };
  }
  const why =
    text !== ''
      ? `${code(text)} is set by no file of the archive`
      : isCentral
        ? 'Versions are kept centrally, and no `PackageVersion` for it was found'
        : 'No version for it was found in the archive';
  return {
    title: text === '' ? `No version is stated for ${name}` : `The version of ${name} is not in the archive`,
    message: `${why}, so it can't be raised here: look where its version comes from and take it there to the target.`,
    severity: 'breaks-run',
    confidence: 'likely',
    projects,
    evidence: [evidence(file.source, element.span, text === '' ? 'references it without a version' : 'references it')],
  };
}

const whyNot = ({ element, isCentral }: Unstated) =>
  /^PackageVersion$/i.test(element.name) && !isCentral
    ? 'central package management is not switched on for the projects that read this file, or none reads it'
    : "the line stands in a target, under a condition that is never true for these projects, or updates something that isn't referenced";
