/** An element by its local name, in lower case and without its namespace: drafts and vendors disagree on both. */
export interface XmlElement {
  readonly name: string;
  /** By local name, in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly below it, trimmed. */
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
}

const DEEPEST = 32;
const MOST_ELEMENTS = 5000;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Comment, CDATA, instruction, anything that begins with `<!`, end tag, start tag; else text. A start tag's name is at most 64 characters and
 * ends where it ends: one that might be cut anywhere would be tried at every length, each time to the end of the text.
 */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|(<!)|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]{1,64})(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy;

/**
 * Reads XML that a stranger sent: no document type and so no entities of its own, no more than some thousand elements, and nothing beyond
 * what metadata of calls needs. Null where it is not well-formed.
 */
export function readXml(text: string): XmlElement | null {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  let elements = 0;
  let at = 0;
  const source = text.replace(/^\uFEFF/, '').trim();
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    const inside = open.at(-1);
    if (!token || !inside || token[2] !== undefined) return null;
    at = TOKEN.lastIndex;
    const [, cdata, , ending, starting, attributes = '', selfClosing, words] = token;
    if (cdata !== undefined) inside.text += cdata;
    else if (words !== undefined) inside.text += decoded(words);
    else if (ending !== undefined) {
      if (open.length < 2 || inside.name !== local(ending)) return null;
      closeInto(open);
    } else if (starting !== undefined) {
      if (++elements > MOST_ELEMENTS || open.length > DEEPEST) return null;
      open.push({ name: local(starting), attributes: readAttributes(attributes), children: [], text: '' });
      if (selfClosing) closeInto(open);
    }
  }
  return open.length === 1 && root.children.length === 1 ? (root.children[0] ?? null) : null;
}

function closeInto(open: Open[]): void {
  const closed = open.pop();
  if (closed) open.at(-1)?.children.push({ ...closed, text: closed.text.trim() });
}

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;

/** Up to the first that is none. */
function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let one = ATTRIBUTE.exec(text); one; one = ATTRIBUTE.exec(text))
    found.set(local(one[1] ?? ''), decoded(one[2] ?? one[3] ?? ''));
  return found;
}

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });

/** Every element of this name, however deep. */
export function allNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    waiting.push(...next.children.toReversed());
  }
  return found;
}

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((one) => one.name === name);
