import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

const texts = ['text', 'text-muted', 'accent', 'danger', 'warn', 'good'];
const grounds = ['page', 'surface', 'sunken', 'hover', 'selected'];
const code = ['text', 'code-keyword', 'code-string', 'code-comment', 'code-name', 'code-type'];
const codeGrounds = ['surface', 'sunken', 'add', 'del'];

const readable = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...code.flatMap((text) => codeGrounds.map((ground) => [text, ground] as const)),
  ['text', 'add-mark'],
  ['text', 'del-mark'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
] as const;

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(readable)('%s is readable on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['page', 'surface'])('the edge of a control stands out on %s', (ground) => {
    expect(contrast(colour('line-strong'), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  const colour = (name: string) => pairs.get(name)?.[theme] ?? '';
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
