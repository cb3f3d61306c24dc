import { lexer, type Token, type Tokens } from 'marked';

/** A part of a paragraph. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; parts: Inline[] }
  | { kind: 'link'; to: string; parts: Inline[] };

export type Block =
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'picture'; alt: string; src: string }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

/**
 * The blocks of one of our own documents, as `marked` reads them. What we show is ours: a tag stays the text that it is.
 * `markdown.rules.spec.ts` reads every document.
 */
export const blocksOf = (markdown: string): Block[] => blocksIn(lexer(markdown));

function blocksIn(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'heading':
        return [{ kind: 'heading', level: (token as Tokens.Heading).depth, parts: partsIn(token) }];
      case 'code':
        return [{ kind: 'code', text: (token as Tokens.Code).text }];
      case 'list':
        return [listOf(token as Tokens.List)];
      case 'table':
        return [tableOf(token as Tokens.Table)];
      case 'blockquote':
        return blocksIn(token.tokens ?? []);
      case 'space':
      case 'hr':
      case 'def':
        return [];
      default:
        return [pictureIn(token as Tokens.Paragraph) ?? { kind: 'paragraph', parts: partsIn(token) }];
    }
  });
}

const listOf = ({ ordered, items }: Tokens.List): Block => ({
  ...{ kind: 'list', ordered },
  items: items.map((item) => blocksIn(item.tokens)),
});

const tableOf = ({ header, rows }: Tokens.Table): Block => ({
  kind: 'table',
  head: header.map(partsIn),
  rows: rows.map((row) => row.map(partsIn)),
});

/** A paragraph of nothing but a picture. */
function pictureIn({ tokens = [] }: Tokens.Paragraph): Block | null {
  const [only] = tokens;
  if (tokens.length !== 1 || only?.type !== 'image') return null;
  return { kind: 'picture', alt: (only as Tokens.Image).text, src: (only as Tokens.Image).href };
}

/** What a token holds; its own text where it holds nothing. */
function partsIn(token: { tokens?: Token[] | undefined; text?: string; raw?: string }): Inline[] {
  return joined((token.tokens ?? [{ type: 'text', raw: '', text: token.text ?? token.raw ?? '' }]).flatMap(inlineOf));
}

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case 'strong':
    case 'em':
      return [{ kind: token.type, parts: partsIn(token as Tokens.Strong) }];
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
    case 'link':
      return [{ kind: 'link', to: (token as Tokens.Link).href, parts: partsIn(token as Tokens.Link) }];
    default:
      return 'tokens' in token && token.tokens
        ? partsIn(token)
        : [{ kind: 'text', text: ('text' in token ? String(token.text) : token.raw).replace(/\s+/g, ' ') }];
  }
}

const ENDS_IN_CHINESE = /[。：？]$/;

/** Texts side by side are one. After Chinese punctuation in bold a space is written, without which Markdown sees no bold: it is not shown. */
function joined(parts: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (part.kind !== 'text') all.push(part);
    else if (before?.kind === 'text') all[all.length - 1] = { kind: 'text', text: before.text + part.text };
    else if (before?.kind === 'strong' && ENDS_IN_CHINESE.test(plainOf(before.parts)))
      all.push({ kind: 'text', text: part.text.trimStart() });
    else all.push(part);
  }
  return all;
}

/** The words alone. */
export const plainOf = (parts: readonly Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : plainOf(part.parts))).join('');
