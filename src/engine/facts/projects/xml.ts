import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/xml';
import type { Span } from '../../text/span.ts';

export interface XmlAttribute {
  readonly name: string;
  readonly value: string; // entities resolved
  readonly span: Span; // of name, `=` and value with its quotes
  readonly valueSpan: Span; // of what stands between the quotes
}

/** A run of text, or one CDATA section's content. */
export interface XmlText {
  readonly text: string; // entities resolved
  readonly span: Span;
}

export interface XmlElement {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span; // with its content and closing tag
  readonly openTag: Span;
  readonly content: Span | null; // null: self-closing
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly texts: readonly XmlText[];
}

export interface XmlDocument {
  readonly root: XmlElement | null;
  /** Something in it is not XML; what could be read is there all the same. */
  readonly isBroken: boolean;
}

export function parseXml(text: string): XmlDocument {
  const top = parser.parse(text).topNode;
  const rootNode = top.getChild('Element');
  return { root: rootNode && toElement(rootNode, text), isBroken: !rootNode || hasError(top) };
}

const damage = new Set([
  '⚠',
  'MissingCloseTag',
  'MismatchedCloseTag',
  'StrayCloseTag',
  'IncompleteTag',
  'InvalidEntity',
]);

function hasError(top: SyntaxNode): boolean {
  let found = false;
  top.tree?.iterate({
    enter: (node) => {
      found ||= damage.has(node.name) || node.type.isError;
    },
  });
  return found;
}

function toElement(node: SyntaxNode, source: string): XmlElement {
  const open = node.firstChild!; // OpenTag or SelfClosingTag
  const name = open.getChild('TagName');
  const nameSpan = name ? spanOf(name) : { start: open.to, end: open.to };
  const close = node.lastChild!;
  const isSelfClosing = open.name === 'SelfClosingTag';
  const end = close.name === 'CloseTag' ? close.from : node.to;
  return {
    name: source.slice(nameSpan.start, nameSpan.end),
    nameSpan,
    span: spanOf(node),
    openTag: spanOf(open),
    content: isSelfClosing ? null : { start: open.to, end },
    attributes: open.getChildren('Attribute').flatMap((attribute) => toAttribute(attribute, source)),
    children: node.getChildren('Element').map((child) => toElement(child, source)),
    texts: textsOf(node, source),
  };
}

function toAttribute(node: SyntaxNode, source: string): XmlAttribute[] {
  const name = node.getChild('AttributeName');
  const value = node.getChild('AttributeValue');
  if (!name || !value) return [];
  const valueSpan = { start: value.from + 1, end: value.to - 1 };
  return [
    {
      name: source.slice(name.from, name.to),
      value: decodeXml(source.slice(valueSpan.start, valueSpan.end)),
      span: spanOf(node),
      valueSpan,
    },
  ];
}

/** Adjacent text and entities are one run; a comment or an element ends it. */
function textsOf(node: SyntaxNode, source: string): XmlText[] {
  const runs: Span[] = [];
  const texts: XmlText[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'Cdata') {
      const span = { start: child.from + '<![CDATA['.length, end: child.to - ']]>'.length };
      texts.push({ text: source.slice(span.start, span.end), span });
    } else if (child.name === 'Text' || child.name.endsWith('Reference')) {
      const last = runs.at(-1);
      if (last?.end === child.from) runs[runs.length - 1] = { start: last.start, end: child.to };
      else runs.push(spanOf(child));
    }
  }
  for (const span of runs) texts.push({ text: decodeXml(source.slice(span.start, span.end)), span });
  return texts.sort((a, b) => a.span.start - b.span.start);
}

const spanOf = (node: { from: number; to: number }): Span => ({ start: node.from, end: node.to });

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeXml = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number.parseInt(decimal, 10) : null;
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return named[name ?? ''] ?? whole;
  });

/** MSBuild compares element and attribute names of items and properties without case. */
export const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export const attributeOf = (element: XmlElement, name: string): XmlAttribute | null =>
  element.attributes.find((attribute) => sameName(attribute.name, name)) ?? null;

export const childrenNamed = (element: XmlElement, name: string) =>
  element.children.filter((child) => sameName(child.name, name));

export const textOf = (element: XmlElement) => element.texts.map((run) => run.text).join('');

/** The one run that holds all of an element's text, without the blanks around it. null: comments or elements split it. */
export function valueSpanOf(element: XmlElement, source: string): Span | null {
  const runs = element.texts.filter((run) => run.text.trim() !== '');
  const [run] = runs;
  if (!run || runs.length > 1 || element.children.length > 0) return null;
  const raw = source.slice(run.span.start, run.span.end);
  const start = run.span.start + raw.length - raw.trimStart().length;
  return { start, end: start + raw.trim().length };
}
