import { describe, expect, it } from 'vitest';
import type { Facts } from '../engine/facts/facts.ts';
import { conflictsOf } from '../engine/patch/plan-patch.ts';
import type { Finding, Requirement } from '../engine/rules/finding.ts';
import type { Guide } from '../engine/rules/guide.ts';
import { type RuleRun, type RunOptions, runRules } from '../engine/rules/run-rules.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';
import type { Workspace } from '../engine/workspace/workspace.ts';
import { accepting, differences, patched } from '../testing/accepted.ts';
import { factsOf } from '../testing/facts-of.ts';
import { foldersIn, type RuleCase, readCases, rulesFolder, sampleSolutions } from '../testing/rule-cases.ts';
import { forEachSeed, type Random } from '../testing/seeded.ts';
import { workspaceFrom, workspaceOf } from '../testing/workspace-from.ts';
import { guides } from './index.ts';

const headings = ['What changed', 'Why it matters', 'What we look for', 'What we miss', 'Before / After', 'Source'];

describe.each([...guides])('%s', (_id, guide) => {
  const rules = foldersIn(rulesFolder(guide.id));
  const cases = rules.flatMap((rule) =>
    readCases(guide.id, rule).map((ruleCase) => caseFixture(guide, rule, ruleCase)),
  );

  it('has every rule that has a folder', () => {
    expect(guide.rules.map(({ meta }) => meta.id)).toEqual(rules);
  });

  it('says something about each of its steps', () => {
    expect(guide.steps.filter(({ text }) => text.trim() === '').map(({ id }) => id)).toEqual([]);
  });

  it('goes to one of its targets by default', () => {
    expect(guide.targets.map(({ version }) => version)).toContain(guide.defaultTarget);
  });

  describe('coverage', () => {
    const covered = new Set(guide.rules.flatMap(({ meta }) => meta.covers));

    it('lists no item twice, and all that are numbered', () => {
      const items = guide.coverage.map(({ item }) => item);
      expect(items.filter((item, i) => items.indexOf(item) !== i)).toEqual([]);
      expect(items.filter((item) => /^[AB]\d+$/.test(item))).toEqual([
        ...Array.from({ length: 24 }, (_, i) => `A${pad(i + 1)}`),
        ...Array.from({ length: 38 }, (_, i) => `B${pad(i + 1)}`),
      ]);
    });

    it('has for every item a rule or a reason', () => {
      expect(
        guide.coverage.filter(({ item, unruled }) => !covered.has(item) && !unruled?.why).map(({ item }) => item),
      ).toEqual([]);
    });

    it('gives reasons that are sentences', () => {
      const reasons = guide.coverage.flatMap(({ unruled }) => unruled?.why ?? []);
      expect(reasons.filter((why) => !/^[A-Z].{30,}\.$/.test(why) || /\b(finding|rule looks)\b/.test(why))).toEqual([]);
    });

    it('knows every item that a rule covers', () => {
      const items = new Set(guide.coverage.map(({ item }) => item));
      expect([...covered].filter((item) => !items.has(item))).toEqual([]);
    });
  });

  describe.each(rules)('%s', (id) => {
    const rule = guide.rules.find(({ meta }) => meta.id === id)!;
    const own = cases.filter((fixture) => fixture.rule === id);

    it('is described', () => {
      expect(guide.steps.map(({ id }) => id)).toContain(rule.meta.step);
      expect(new URL(rule.meta.source, guide.source).href).toMatch(
        /^https:\/\/(docs\.duendesoftware\.com|[a-z]+\.microsoft\.com|github\.com|datatracker\.ietf\.org)\/\S+$/,
      );
      const readme = guide.docs.get(id) ?? '';
      expect([...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
    });

    it('has a case that it must leave alone', () => {
      expect(own.some(({ ruleCase }) => ruleCase.name.startsWith('ignores-'))).toBe(true);
    });

    describe.each(own.map((fixture) => [fixture.ruleCase.name, fixture] as const))('%s', (_name, fixture) =>
      testCase(guide, fixture),
    );
  });

  testFixtures(guide, [...cases, ...sampleSolutions().map((sample) => sampleFixture(guide, sample))]);
});

const pad = (n: number) => String(n).padStart(2, '0');

/** Files with what the guide's rules are given and answer; read once. */
interface Fixture {
  readonly name: string;
  readonly workspace: Workspace;
  readonly isEdited: boolean;
  facts(): Promise<Facts>;
  run(facts: Facts, ignoreGates?: boolean): RuleRun;
}

interface CaseFixture extends Fixture {
  readonly rule: string;
  readonly ruleCase: RuleCase;
}

function fixtureOf(guide: Guide, name: string, workspace: Workspace, options: RunOptions, isEdited: boolean): Fixture {
  return {
    name,
    workspace,
    isEdited,
    facts: remember(() => factsOf(guide, workspace)),
    run: (facts, ignoreGates = false) => runRules(guide, facts, { ...options, ignoreGates }),
  };
}

function caseFixture(guide: Guide, rule: string, ruleCase: RuleCase): CaseFixture {
  const { name, before, answers, target = guide.defaultTarget, outcomes } = ruleCase;
  const isEdited = outcomes.some(({ changed }) => changed.size > 0);
  return { ...fixtureOf(guide, `${rule}/${name}`, workspaceOf(before), { answers, target }, isEdited), rule, ruleCase };
}

const sampleFixture = (guide: Guide, { name, folder }: { name: string; folder: string }) =>
  fixtureOf(guide, name, workspaceFrom(folder), { answers: new Map(), target: guide.defaultTarget }, true);

function testCase(guide: Guide, { rule, ruleCase, workspace, facts, run }: CaseFixture) {
  const findings = async () => run(await facts()).findings;
  const own = async () => (await findings()).filter((finding) => finding.rule === rule);

  it('finds what it should', async () => {
    expect((await own()).map(summary)).toEqual(ruleCase.findings);
  });

  it.each(ruleCase.outcomes.map((o) => [o.fix ?? 'first', o] as const))(
    'gives what it should (%s fix)',
    async (_fix, { fix, changed }) => {
      const chosen = (await own()).flatMap((finding) => choice(finding, fix));
      if (fix !== undefined)
        expect(
          chosen.map((c) => c.fix),
          `no finding has the fix ${fix}`,
        ).toContain(fix);
      const result = patched(workspace, await findings(), accepting(await findings(), chosen));
      expect(texts(result, differences(result, ruleCase.before))).toEqual(texts(changed, [...changed.keys()]));
      expect(differences(result, new Map([...ruleCase.before, ...changed]))).toEqual([]);
    },
  );

  it('has nothing left to edit in its own result', async () => {
    const chosen = (await own()).flatMap((finding) => choice(finding, undefined));
    const result = workspaceOf(patched(workspace, await findings(), accepting(await findings(), chosen)));
    const again = run(await factsOf(guide, result), true).findings;
    const edits = again
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) => choice(finding, undefined))
      .filter((first) => {
        const files = new Map([...result.files].map(([path, { bytes }]) => [path, bytes]));
        return differences(patched(result, again, accepting(again, [first])), files).length > 0;
      });
    expect(edits).toEqual([]);
  });
}

const summary = ({ severity, confidence, title, evidence: [first], fixes }: Finding) => ({
  severity,
  confidence,
  title,
  at: `${first.path}:${first.line}`,
  fixes: fixes.map(({ id, safety }) => ({ id, safety })),
});

/** The fix of that id where the finding has it, else its first one. */
function choice({ id, fixes }: Finding, wanted: string | undefined): Requirement[] {
  const fix = fixes.find((candidate) => candidate.id === wanted) ?? fixes[0];
  return fix ? [{ finding: id, fix: fix.id }] : [];
}

/** Bytes as text that a failing test can show; Latin-1, so that every byte and line ending is seen. */
const texts = (files: ReadonlyMap<FilePath, Uint8Array>, paths: readonly FilePath[]) =>
  Object.fromEntries([...paths].sort().map((path) => [path, new TextDecoder('latin1').decode(files.get(path))]));

/** Shared among the fixtures that something is edited in. */
const seedsInAll = 1000;

function testFixtures(guide: Guide, fixtures: readonly Fixture[]) {
  const seeds = Math.ceil(seedsInAll / fixtures.filter(({ isEdited }) => isEdited).length);

  describe.each(fixtures.map((f) => [f.name, f] as const))('on %s', (_name, { workspace, facts, run }) => {
    const findings = async () => run(await facts()).findings;

    it('stops no rule with an error', async () => {
      const { notices } = run(await facts());
      expect(notices.filter(({ code }) => code === 'rule-failed').map(({ message }) => message)).toEqual([]);
    });

    it('finds the same when every file is parsed', async () => {
      expect(await findings()).toEqual(run(await factsOf(guide, workspace, { parseAll: true })).findings);
    });

    it('gives the same result for any subset, in any order', async () => {
      const all = await findings();
      if (all.every(({ fixes }) => fixes.length === 0)) return;
      forEachSeed(seeds, (random) => {
        const choices = anyChoices(all, random);
        const [one, other] = [accepting(all, choices), accepting(all, random.shuffle(choices))];
        expect(conflictsOf(all, other, workspace)).toEqual(conflictsOf(all, one, workspace));
        if (conflictsOf(all, one, workspace).length > 0) return;
        expect(differences(patched(workspace, all, one), patched(workspace, all, other))).toEqual([]);
      });
    });

    it('leaves what it reads as readable as it was', async () => {
      const all = await findings();
      const choices = all.flatMap((finding) => choice(finding, undefined));
      if (choices.length === 0 || conflictsOf(all, accepting(all, choices), workspace).length > 0) return;
      const result = workspaceOf(patched(workspace, all, accepting(all, choices)));
      const [then, now] = [await facts(), await factsOf(guide, result)];
      run(now); // files are read when a question leads to them
      const unread = ({ notices }: Facts) => notices.map(({ code, path }) => `${code} ${path}`).sort();
      expect(unread(now)).toEqual(unread(then));
    });
  });
}

/** Some findings with one of their fixes each; what can't be taken together with an earlier one is left out. */
function anyChoices(findings: readonly Finding[], random: Random): Requirement[] {
  const choices: Requirement[] = [];
  for (const { id, fixes } of random.subset(findings.filter(({ fixes }) => fixes.length > 0))) {
    const next = [...choices, { finding: id, fix: random.pick(fixes).id }];
    if (canAccept(findings, next)) choices.splice(0, choices.length, ...next);
  }
  return choices;
}

function canAccept(findings: readonly Finding[], choices: readonly Requirement[]) {
  try {
    accepting(findings, choices);
    return true;
  } catch {
    return false;
  }
}

function remember<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
