import { type SipHeader, type SipMessage } from './sip-message.js';

/** Names that one letter stands for (RFC 3261 7.3.3, and the extensions that recording clients use). */
const COMPACT: ReadonlyMap<string, string> = new Map([
  ['a', 'accept-contact'],
  ['b', 'referred-by'],
  ['c', 'content-type'],
  ['e', 'content-encoding'],
  ['f', 'from'],
  ['i', 'call-id'],
  ['k', 'supported'],
  ['l', 'content-length'],
  ['m', 'contact'],
  ['o', 'event'],
  ['r', 'refer-to'],
  ['s', 'subject'],
  ['t', 'to'],
  ['u', 'allow-events'],
  ['v', 'via'],
  ['x', 'session-expires'],
]);

export const headerName = (written: string): string => {
  const name = written.toLowerCase();
  return COMPACT.get(name) ?? name;
};

/** The values of a header in their order, each line as it stands. */
export const headerLines = ({ headers }: { headers: readonly SipHeader[] }, name: string): string[] =>
  headers.filter((header) => header.name === name).map(({ value }) => value);

export const header = (message: { headers: readonly SipHeader[] }, name: string): string | undefined =>
  message.headers.find((one) => one.name === name)?.value;

/** The values of a header that may be repeated or listed with commas. */
export const headerValues = (message: { headers: readonly SipHeader[] }, name: string): string[] =>
  headerLines(message, name).flatMap((line) => splitOutside(line, ','));

/** Option tags and the like, in lower case. */
export const headerTokens = (message: SipMessage, name: string): string[] =>
  headerValues(message, name).map((value) => value.toLowerCase());

/** Cuts at a mark that stands neither in quotes nor in angle brackets. Empty pieces are left out. */
export function splitOutside(text: string, mark: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  let angled = false;
  for (let i = 0; i < text.length; i++) {
    const at = text[i];
    if (quoted && at === '\\') i++;
    else if (at === '"') quoted = !quoted;
    else if (!quoted && at === '<') angled = true;
    else if (!quoted && at === '>') angled = false;
    else if (!quoted && !angled && at === mark) {
      pieces.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

export type Parameters = ReadonlyMap<string, string>;

/** `;name=value;flag`: names in lower case, quotes taken off, a flag with an empty value. The first of a name counts. */
export function readParameters(pieces: readonly string[]): Parameters {
  const found = new Map<string, string>();
  for (const piece of pieces) {
    const at = piece.indexOf('=');
    const name = (at < 0 ? piece : piece.slice(0, at)).trim().toLowerCase();
    const value = at < 0 ? '' : unquoted(piece.slice(at + 1).trim());
    if (name !== '' && !found.has(name)) found.set(name, value);
  }
  return found;
}

const unquoted = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

export interface NameAddress {
  readonly uri: string;
  /** Of the header, not of the address. */
  readonly parameters: Parameters;
}

/** From, To, Contact, Route. Without angle brackets, parameters are the header's (RFC 3261 20.10). */
export function readNameAddress(value: string): NameAddress {
  const bracketed = /^(?:[^<"]|"(?:[^"\\]|\\.)*")*<([^>]*)>(.*)$/s.exec(value);
  if (bracketed)
    return { uri: (bracketed[1] ?? '').trim(), parameters: readParameters(splitOutside(bracketed[2] ?? '', ';')) };
  const [uri = '', ...rest] = splitOutside(value, ';');
  return { uri, parameters: readParameters(rest) };
}

export interface Via {
  readonly transport: string;
  readonly host: string;
  /** As named; undefined: that of the transport. */
  readonly port: number | undefined;
  readonly parameters: Parameters;
}

export function readVia(value: string): Via | null {
  const [sent = '', ...rest] = splitOutside(value, ';');
  const found = /^SIP\s*\/\s*2\.0\s*\/\s*([A-Za-z-]+)\s+(\[[^\]]+\]|[^\s:]+)\s*(?::\s*(\d{1,5}))?$/i.exec(sent);
  if (!found) return null;
  const port = found[3] === undefined ? undefined : Number(found[3]);
  if (port !== undefined && (port === 0 || port > 65_535)) return null;
  return { transport: (found[1] ?? '').toUpperCase(), host: found[2] ?? '', port, parameters: readParameters(rest) };
}

export interface SequenceNumber {
  readonly number: number;
  readonly method: string;
}

export function readSequenceNumber(message: SipMessage): SequenceNumber | null {
  const found = /^(\d{1,10})\s+(\S+)$/.exec(header(message, 'cseq') ?? '');
  const number = Number(found?.[1]);
  return found && number < 2 ** 31 ? { number, method: found[2] ?? '' } : null;
}

/** A count of seconds, as in Session-Expires and Min-SE: what follows a semicolon is left aside. */
export function readSeconds(value: string | undefined): number | null {
  const found = /^(\d{1,9})\s*(?:;|$)/.exec(value ?? '');
  return found ? Number(found[1]) : null;
}
