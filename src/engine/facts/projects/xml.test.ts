import { describe, expect, it } from 'vitest';
import { attributeOf, parseXml, textOf, valueSpanOf } from './xml.ts';

const slice = (text: string, span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

describe('parseXml', () => {
  it('gives the exact place of every name and value', () => {
    const text = `<?xml version="1.0"?>\n<Project Sdk='A &amp; B'>\n  <Item Include = "x" /></Project>`;
    const { root, isBroken } = parseXml(text);
    const [item] = root!.children;
    const [include] = item!.attributes;
    expect(isBroken).toBe(false);
    expect(attributeOf(root!, 'sdk')!.value).toBe('A & B');
    expect(slice(text, attributeOf(root!, 'Sdk')!.valueSpan)).toBe('A &amp; B');
    expect(slice(text, include!.span)).toBe('Include = "x"');
    expect(slice(text, item!.nameSpan)).toBe('Item');
    expect(item!.content).toBeNull();
    expect(slice(text, root!.content)).toBe('\n  <Item Include = "x" />');
  });

  it('reads text with entities and CDATA, and leaves comments out', () => {
    const { root } = parseXml('<V>6.&#50;<!-- 9 -->.<![CDATA[0&1]]></V>');
    expect(textOf(root!)).toBe('6.2.0&1');
  });

  it('names the one piece of text that is a value, without the blanks around it', () => {
    const piece = '<V>\n  6.2.0 <!-- why -->\n</V>';
    const split = '<V>6.<!-- why -->2.0</V>';
    expect(slice(piece, valueSpanOf(parseXml(piece).root!, piece))).toBe('6.2.0');
    expect(valueSpanOf(parseXml(split).root!, split)).toBeNull();
  });

  it.each(['<P><A></P>', '<P><A b="<x"><C></P>', '<P>', 'no xml', ''])('says that %j is broken', (text) => {
    expect(parseXml(text).isBroken).toBe(true);
  });

  it('reads on after an error', () => {
    const { root } = parseXml('<P><A><B v="1"></A><C v="2"/></P>');
    expect(root!.children.at(-1)!.name).toBe('C');
  });
});
