import { evidence } from '../engine/rules/evidence.ts';
import type { Guide } from '../engine/rules/guide.ts';
import { defineRule } from '../engine/rules/rule.ts';
import { replace } from '../engine/workspace/change.ts';
import { type SourceFile, sourceOf } from '../engine/workspace/workspace.ts';
import { madeUpGuide } from './made-up-report.ts';

interface Hit {
  readonly source: SourceFile;
  readonly start: number;
}

/** Renames `OldName` in any text file: safe once, for review where a `?` follows, and with no fix where a `!` does. */
export const madeUpRule = defineRule<Hit>({
  meta: {
    id: 'name-changed',
    step: 'breaking-changes',
    title: '`OldName` is now `NewName`',
    source: '#names',
    covers: ['A02'],
    applies: { since: '6.3.0' },
  },

  questions: ({ projects }) =>
    projects.slice(0, 1).map(({ path }) => ({
      id: 'logout-token-typ',
      project: path,
      step: 'breaking-changes',
      title: 'Which one?',
      why: '',
      choices: [
        { value: 'new', label: 'New' },
        { value: 'keep', label: 'Keep' },
      ],
      assumed: 'new',
    })),

  *detect({ facts }) {
    for (const file of facts.workspace.files.values()) {
      const source = sourceOf(file);
      if (source.kind !== 'text') continue;
      for (const { index } of source.text.matchAll(/OldName/g)) yield { source, start: index };
    }
  },

  explain: (hit, { facts }) => ({
    title: '`OldName` is gone',
    message: 'It has another name.',
    severity: 'breaks-build',
    confidence: 'certain',
    projects: facts.projects.slice(0, 1).map(({ path }) => path),
    evidence: [evidence(hit.source, spanOf(hit), 'calls the old name')],
  }),

  fix: (hit) => {
    const after = hit.source.text[hit.start + 'OldName'.length];
    if (after === '!') return [];
    const named = (id: string, name: string) => ({
      id,
      title: `Call \`${name}\``,
      changes: [replace({ path: hit.source.path, span: spanOf(hit) }, name)],
    });
    const review = { safety: 'review', caution: 'Look first.' } as const;
    return after === '?'
      ? [{ ...named('rename', 'NewName'), ...review }]
      : [
          { ...named('rename', 'NewName'), safety: 'safe' },
          { ...named('rename-otherwise', 'OtherName'), ...review },
        ];
  },

  settledBy: (hit, { facts }) => ({
    question: hit.source.text[hit.start + 'OldName'.length] === '?' ? 'logout-token-typ' : 'none',
    project: facts.projects[0]?.path ?? null,
  }),
});

const spanOf = ({ start }: Hit) => ({ start, end: start + 'OldName'.length });

export const guideWithMadeUpRule: Guide = {
  ...madeUpGuide,
  source: 'https://docs.duendesoftware.com/identityserver/upgrades/v6_2-to-v6_3/',
  rules: [madeUpRule],
  coverage: [{ item: 'A02', title: 'Renamed' }],
};
