import { describe, expect, it } from 'vitest';
import type { Decision } from '../engine/decisions/decision.ts';
import { type Choices, choicesIn, noChoices, noHistory, record, redo, undo } from './history.ts';

const declined: Decision = { kind: 'decline', by: 'user' };
const choices = (...ids: string[]): Choices => ({ ...noChoices, decisions: new Map(ids.map((id) => [id, declined])) });
const one = record(noHistory, { what: 'one', choices: choices('a') });
const many = record(one, { what: 'many', choices: choices('a', 'b', 'c') });

describe('history', () => {
  it('takes back many decisions made with one click by one undo', () => {
    expect(choicesIn(undo(many))).toBe(one.past[0]?.choices);
  });

  it('brings back by redo what undo took', () => {
    expect(choicesIn(redo(undo(many)))).toBe(choicesIn(many));
    expect(choicesIn(redo(redo(undo(undo(many)))))).toBe(choicesIn(many));
  });

  it('forgets what was undone once something else is decided', () => {
    const other = record(undo(many), { what: 'other', choices: choices('z') });
    expect(redo(other)).toEqual(other);
  });

  it('has nothing to take back at the start', () => {
    expect(undo(noHistory)).toEqual(noHistory);
    expect(choicesIn(noHistory)).toBe(noChoices);
  });
});
