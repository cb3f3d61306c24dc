import { oggPageAt } from './ogg-page.rules.js';

/** Everything of an Ogg page's header before its checksum. */
const BEFORE_CRC = 22;
const TAGS = 'OpusTags';

/**
 * The same sound with more comments in its Opus header (RFC 7845 §5.2): who a copy was given to. Sound and times stay byte for byte; only
 * the page of comments is written again. @throws when the beginning is not Ogg Opus with its comments on one page
 */
export async function* traceOpus(
  source: AsyncIterable<Buffer>,
  comments: readonly string[],
): AsyncGenerator<Buffer, void, undefined> {
  let head = Buffer.alloc(0);
  let traced = false;
  for await (const chunk of source) {
    if (traced) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const first = oggPageAt(head, 0);
    const second = typeof first === 'string' ? first : oggPageAt(head, first.bytes);
    if (first === 'need_more' || second === 'need_more') continue;
    if (first === 'none' || second === 'none') throw notOpus();
    traced = true;
    yield head.subarray(0, first.bytes);
    yield tagsPage(head.subarray(first.bytes, first.bytes + second.bytes), second.body, comments);
    yield head.subarray(first.bytes + second.bytes);
  }
  if (!traced) throw notOpus();
}

function tagsPage(page: Buffer, body: Buffer, comments: readonly string[]): Buffer {
  if (body.toString('latin1', 0, 8) !== TAGS) throw notOpus();
  const vendorEnds = 12 + body.readUInt32LE(8);
  const count = body.readUInt32LE(vendorEnds);
  let end = vendorEnds + 4;
  for (let i = 0; i < count; i++) end += 4 + body.readUInt32LE(end);
  const more = comments.map((comment) => {
    const text = Buffer.from(comment, 'utf8');
    return Buffer.concat([uint32(text.length), text]);
  });
  const kept = body.subarray(vendorEnds + 4, end);
  const packet = Buffer.concat([body.subarray(0, vendorEnds), uint32(count + comments.length), kept, ...more]);
  const segments = Math.floor(packet.length / 255);
  if (segments > 254) throw new Error('the comments do not fit on one page');
  const table = Buffer.from([...Array<number>(segments).fill(255), packet.length % 255]);
  const written = Buffer.concat([page.subarray(0, BEFORE_CRC), uint32(0), Buffer.from([table.length]), table, packet]);
  written.writeUInt32LE(oggChecksum(written), BEFORE_CRC);
  return written;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** CRC-32 of an Ogg page whose own field is zero (RFC 3533 §6): polynomial 04c11db7, nothing reflected, nothing inverted. */
export function oggChecksum(page: Buffer): number {
  let crc = 0;
  for (const byte of page) crc = ((crc << 8) ^ (CRC_OF[((crc >>> 24) ^ byte) & 0xff] as number)) >>> 0;
  return crc;
}

const CRC_OF = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

const notOpus = () => new Error('the listening copy does not begin as Ogg Opus');
