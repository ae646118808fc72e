import { createElement, type ReactNode, useMemo } from 'react';
import { OutsideLink } from '../outside-link.tsx';
import { type Block, blocksOf, inlinesOf } from './blocks.ts';
import { CommandBlock } from './command-block.tsx';
import styles from './prose.module.css';

/** Our own Markdown as elements; `level` is that of its highest heading on the page. */
export function Prose({ text, level = 3 }: { readonly text: string; readonly level?: number }) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return <div className={styles.prose}>{blocks.map((block, at) => renderBlock(block, at, level))}</div>;
}

/** A single line: code, emphasis and links, no blocks. */
export function Inline({ text }: { readonly text: string }) {
  return inlinesOf(text).map((part, at) => {
    const key = `${at}-${part.kind}`;
    if (part.kind === 'text') return part.text;
    if (part.kind === 'link')
      return (
        <OutsideLink key={key} href={part.href}>
          {part.text}
        </OutsideLink>
      );
    return createElement(part.kind, { key }, part.text);
  });
}

function renderBlock(block: Block, key: number, level: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p key={key}>
          <Inline text={block.text} />
        </p>
      );
    case 'heading':
      return createElement(
        `h${Math.min(6, Math.max(level, block.level + level - 1))}`,
        { key },
        <Inline text={block.text} />,
      );
    case 'code':
      return <CommandBlock key={key} text={block.text} />;
    case 'list':
      return createElement(
        block.isOrdered ? 'ol' : 'ul',
        { key },
        block.items.map((item) => (
          <li key={JSON.stringify(item)}>{item.map((each, at) => renderItem(each, at, level))}</li>
        )),
      );
    case 'table':
      return <TextTable key={key} head={block.head} rows={block.rows} />;
  }
}

const renderItem = (block: Block, key: number, level: number) =>
  block.kind === 'paragraph' ? (
    <span key={key}>
      <Inline text={block.text} />
    </span>
  ) : (
    renderBlock(block, key, level)
  );

/** Cells are lines of our own Markdown. */
export function TextTable({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                <Inline text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                <td key={`${head[at]}`}>
                  <Inline text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
