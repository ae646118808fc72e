import { expect, it } from 'vitest';
import { runRules } from '../../../../engine/rules/run-rules.ts';
import { factsOf } from '../../../../testing/facts-of.ts';
import { readCases } from '../../../../testing/rule-cases.ts';
import { workspaceOf } from '../../../../testing/workspace-from.ts';
import guide from '../../guide.ts';

const rowsFor = async (target: string) => {
  const { before } = readCases(guide.id, 'client-contract-changed').find(({ name }) => name.startsWith('lists-'))!;
  const { findings } = runRules(guide, await factsOf(guide, workspaceOf(before)), { answers: new Map(), target });
  return findings.find(({ rule }) => rule === 'client-contract-changed')!.table!.rows;
};

it('says per client what changes, what it must accept, and whom to tell', async () => {
  const rows = await rowsFor('6.3.10');
  expect(rows.map(([client, what, , whom]) => `${client} ${what!.slice(0, 30)} ${whom}`)).toEqual([
    '`shop` its logout tokens have the `ty those who run `https://shop`',
    '`shop` its logout tokens have the cla those who run `https://shop`',
    '`shop` a refresh token is deleted whe those who run `https://shop`',
    '`invoicing` a request that names a resourc those who run this client',
    '`desk` if `offline`: a refresh token  those who run this client',
    '`branch` a refresh token is deleted whe those who run `https://branch.example`',
    '`branch` a refresh token remembers the  those who run `https://branch.example`',
    '`mobile` a refresh token is deleted whe those who run this client',
  ]);
});

it('warns of what early 6.3 refuses', async () => {
  const rows = await rowsFor('6.3.3');
  expect(rows.filter(([, what]) => what === 'refresh tokens that 6.2 issued are refused')).toHaveLength(1);
});
