import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ScrollPane } from '../../components/scroll-pane.js';
import { linkOf } from './help.rules.js';
import { type Block, type Inline, plainOf } from './markdown.rules.js';
import type { Language } from '#contracts';

/** A document as a page: its headings after the first can be linked to. */
export function Document({ blocks }: { blocks: readonly Block[] }) {
  let headings = 0;
  return blocks.map((block, at) => (
    <Shown
      key={at}
      block={block}
      id={block.kind === 'heading' && block.level === 2 ? `s${(headings += 1)}` : undefined}
    />
  ));
}

function Shown({ block, id }: { block: Block; id?: string | undefined }): ReactNode {
  switch (block.kind) {
    case 'heading':
      if (block.level === 1) return <h2 className="help-title">{words(block.parts)}</h2>;
      if (block.level === 2)
        return (
          <h3 id={id} tabIndex={-1}>
            {words(block.parts)}
          </h3>
        );
      return <h4>{words(block.parts)}</h4>;
    case 'paragraph':
      return <p>{words(block.parts)}</p>;
    case 'picture':
      return <img src={pictureAt(block.src)} alt={block.alt} loading="lazy" />;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{item.map(inItem)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
  }
}

/** The words of an item are no paragraph of their own. */
const inItem = (block: Block, at: number): ReactNode =>
  block.kind === 'paragraph' ? <Fragment key={at}>{words(block.parts)}</Fragment> : <Shown key={at} block={block} />;

function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  return (
    <ScrollPane name={head.map(plainOf).join(' ')} className="help-scroll">
      <table className="dense">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                {words(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{words(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  );
}

const words = (parts: readonly Inline[]): ReactNode =>
  parts.map((part, at) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code':
        return <code key={at}>{part.text}</code>;
      case 'strong':
        return <b key={at}>{words(part.parts)}</b>;
      case 'em':
        return <em key={at}>{words(part.parts)}</em>;
      case 'link':
        return (
          <To key={at} to={part.to}>
            {words(part.parts)}
          </To>
        );
    }
  });

/** A link to what the product does not hold is only its words. */
function To({ to, children }: { to: string; children: ReactNode }) {
  const link = linkOf(to);
  if (!link) return children;
  if ('href' in link)
    return (
      <a href={link.href} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  return <Link to={link.page.startsWith('#') ? link.page : `/help/${link.page}`}>{children}</Link>;
}

/** The documents for people who use the product; each is a file of its own, loaded when it is opened. */
const TEXTS = import.meta.glob<string>(
  [
    '../../../../../docs/guides/*.md',
    '../../../../../docs/how-to/*.md',
    '!../../../../../docs/how-to/add-*.md',
    '!../../../../../docs/how-to/score-dialogues.md',
  ],
  { query: '?raw', import: 'default' },
);
const PICTURES = import.meta.glob<string>('../../../../../docs/guides/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Loads the document of a page; undefined where there is none of that name. */
export function textOf(page: string, language: Language): (() => Promise<string>) | undefined {
  const name = `/${page}${language === 'zh' ? '.zh' : ''}.md`;
  const path = Object.keys(TEXTS).find((one) => one.endsWith(name));
  return path === undefined ? undefined : TEXTS[path];
}

/** The address of a picture that a document shows. */
export const pictureAt = (src: string): string | undefined =>
  Object.entries(PICTURES).find(([path]) => path.endsWith(`/${src}`))?.[1];
