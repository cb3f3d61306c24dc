import { header, headerName, readParameters, splitOutside } from './headers.rules.js';
import { type SipHeader, type SipMessage } from './sip-message.js';

export interface BodyPart {
  /** In lower case, without parameters, as `application/sdp`. */
  readonly type: string;
  readonly bytes: Buffer;
}

const MOST_PARTS = 16;

/**
 * The parts of a body in whatever order they come; a body that is no multipart is one part. Clients write `Content-Type:` without a blank
 * after it, boundaries that begin with dashes themselves, and no last boundary: all of it is taken.
 *
 * @returns null where a multipart has no boundary, or too many parts
 */
export function bodyParts(message: SipMessage): BodyPart[] | null {
  if (message.body.length === 0) return [];
  const [type = '', ...rest] = splitOutside(header(message, 'content-type') ?? '', ';');
  if (!type.toLowerCase().startsWith('multipart/')) return [{ type: type.toLowerCase(), bytes: message.body }];
  const boundary = readParameters(rest).get('boundary');
  if (!boundary) return null;
  const pieces = between(message.body, `--${boundary}`);
  return pieces.length > MOST_PARTS ? null : pieces.map(readPart);
}

/** What lies between boundaries at the begin of a line, the line break before each belonging to it. */
function between(body: Buffer, mark: string): Buffer[] {
  const pieces: Buffer[] = [];
  let from: number | null = null;
  for (let at = body.indexOf(mark); at >= 0 && pieces.length <= MOST_PARTS; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    if (from !== null) pieces.push(body.subarray(from, Math.max(from, at - lineBreak(body, at))));
    const after = at + mark.length;
    if (body.toString('latin1', after, after + 2) === '--') return pieces;
    const lineEnd = body.indexOf(0x0a, after);
    if (lineEnd < 0) return pieces;
    from = lineEnd + 1;
  }
  return from === null ? pieces : [...pieces, body.subarray(from)];
}

const lineBreak = (body: Buffer, at: number): number => (body[at - 2] === 0x0d ? 2 : 1);

/** A part may begin with an empty line: then it has no headers. */
function readPart(bytes: Buffer): BodyPart {
  const text = bytes.toString('latin1');
  const empty = /^\r?\n/.exec(text);
  const end = empty ? { index: 0, length: empty[0].length } : afterHeaders(text);
  const headers: SipHeader[] = text
    .slice(0, end.index)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const)
    .map(([name, value]) => ({ name: headerName(name.trim()), value: value.trim() }));
  const [type = 'text/plain'] = splitOutside(header({ headers }, 'content-type') ?? '', ';');
  return { type: type.toLowerCase(), bytes: bytes.subarray(end.index + end.length) };
}

function afterHeaders(text: string): { index: number; length: number } {
  const found = /\r?\n\r?\n/.exec(text);
  return found ? { index: found.index, length: found[0].length } : { index: text.length, length: 0 };
}

/** Older drafts and RFC 7866 left out `+xml`. */
export const isMetadata = ({ type }: BodyPart): boolean => /^application\/rs-metadata(\+xml)?$/.test(type);
export const isSdp = ({ type }: BodyPart): boolean => type === 'application/sdp';
