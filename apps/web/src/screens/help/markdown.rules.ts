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

const FENCE = /^```/;
const HEADING = /^(#{1,4}) (.*)$/;
const PICTURE = /^!\[([^\]]*)\]\(([^)\s]+)\)$/;
const ITEM = /^( *)([-*]|\d+\.) +(.*)$/;
const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|(?<!\w)_(.+?)_(?!\w)|\[([^\]]+)\]\(([^)\s]+)\)/;

/**
 * The blocks of one of our own documents. It knows what they are written with and nothing of HTML: a tag stays the text that it is.
 * `documents.spec.ts` holds the documents to that.
 */
export function blocksOf(markdown: string): Block[] {
  // After Chinese punctuation in bold a space is written, without which other readers of Markdown see no bold.
  const lines = markdown
    .replaceAll('\r\n', '\n')
    .replace(/(?<=[。：？]\*\*) /g, '')
    .split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const taken = fence(lines, at) ?? table(lines, at) ?? list(lines, at) ?? oneLine(line) ?? paragraph(lines, at);
    blocks.push(taken.block);
    at += taken.lines;
  }
  return blocks;
}

interface Taken {
  block: Block;
  lines: number;
}

function fence(lines: readonly string[], at: number): Taken | null {
  if (!FENCE.test(lines[at] ?? '')) return null;
  const end = lines.findIndex((line, index) => index > at && FENCE.test(line));
  const last = end === -1 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, last).join('\n') }, lines: last - at + 1 };
}

function table(lines: readonly string[], at: number): Taken | null {
  if (!/^\|/.test(lines[at] ?? '') || !/^\|[ :|-]+$/.test(lines[at + 1] ?? '')) return null;
  const end = lines.findIndex((line, index) => index > at && !line.startsWith('|'));
  const [head = '', , ...rows] = lines.slice(at, end === -1 ? undefined : end);
  return { block: { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) }, lines: rows.length + 2 };
}

const cellsOf = (line: string): Inline[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inlinesOf(cell.trim().replaceAll('\\|', '|')));

/** An item goes on as far as its lines are indented, with blocks of its own. */
function list(lines: readonly string[], at: number): Taken | null {
  const first = ITEM.exec(lines[at] ?? '');
  if (!first) return null;
  const ordered = /\d/.test(first[2] ?? '');
  const beginsItem = (line: string) => {
    const item = ITEM.exec(line);
    return item !== null && item[1] === first[1] && /\d/.test(item[2] ?? '') === ordered;
  };
  const goesOn = (line: string) => /^ {2,}\S/.test(line) || beginsItem(line);
  const items: string[][] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (beginsItem(line)) items.push([ITEM.exec(line)?.[3] ?? '']);
    else if (/^ {2,}\S/.test(line)) items.at(-1)?.push(line);
    else if (line.trim() === '' && goesOn(lines[next + 1] ?? '')) items.at(-1)?.push('');
    else break;
  }
  return {
    block: { kind: 'list', ordered, items: items.map((item) => blocksOf(outdented(item).join('\n'))) },
    lines: next - at,
  };
}

/** The lines after an item's first, without the indent that the shallowest of them has. */
function outdented([first = '', ...others]: readonly string[]): string[] {
  const indents = others.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents);
  return [first, ...others.map((line) => line.slice(least))];
}

function oneLine(line: string): Taken | null {
  const heading = HEADING.exec(line);
  if (heading)
    return {
      block: { kind: 'heading', level: heading[1]?.length ?? 1, parts: inlinesOf(heading[2] ?? '') },
      lines: 1,
    };
  const picture = PICTURE.exec(line.trim());
  return picture ? { block: { kind: 'picture', alt: picture[1] ?? '', src: picture[2] ?? '' }, lines: 1 } : null;
}

function paragraph(lines: readonly string[], at: number): Taken {
  let next = at + 1;
  while (next < lines.length && isOfParagraph(lines, next)) next += 1;
  return {
    block: { kind: 'paragraph', parts: inlinesOf(lines.slice(at, next).join(' ')) },
    lines: next - at,
  };
}

const isOfParagraph = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? '';
  return line.trim() !== '' && !FENCE.test(line) && !ITEM.test(line) && !oneLine(line) && !table(lines, at);
};

export function inlinesOf(text: string): Inline[] {
  const found = INLINE.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'text', text }];
  const [all, code, strong, em, words, to] = found;
  const before = inlinesOf(text.slice(0, found.index));
  const one: Inline = code
    ? { kind: 'code', text: code }
    : strong
      ? { kind: 'strong', parts: inlinesOf(strong) }
      : em
        ? { kind: 'em', parts: inlinesOf(em) }
        : { kind: 'link', to: to ?? '', parts: inlinesOf(words ?? '') };
  return [...before, one, ...inlinesOf(text.slice(found.index + all.length))];
}

/** The words alone. */
export const plainOf = (parts: readonly Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : plainOf(part.parts))).join('');
