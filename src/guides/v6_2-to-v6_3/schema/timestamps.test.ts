import { describe, expect, it } from 'vitest';
import { isTimestamp, later } from './timestamps.ts';

describe('timestamps', () => {
  it.each(['20240229235959', '19991231000000'])('takes %s', (text) => expect(isTimestamp(text)).toBe(true));

  it.each(['20230229120000', '20241301000000', '20240101246000', '2024010100000', '2024-01-01', ''])(
    'refuses %j',
    (text) => expect(isTimestamp(text)).toBe(false),
  );

  it('goes over the end of minute, day and year', () => {
    expect(later('20231231235959', 1)).toBe('20240101000000');
    expect(later('20240228235959', 2)).toBe('20240229000001');
  });

  it('counts up an id that was never a time', () => expect(later('20231399999998', 1)).toBe('20231399999999'));
});
