import { Trouble } from './checkout.js';

/** One entry of an archive: its header, and its content as it streams by. */
export interface TarEntry {
  path: string;
  bytes: number;
  isFile: boolean;
  content: AsyncIterable<Buffer>;
}

const BLOCK = 512;
/** Long names (GNU `L`, POSIX `x`) are told in an entry of their own before the one they name. */
const MOST_NAME_BYTES = 64 * 1024;
const decoder = new TextDecoder();

/**
 * Reads a tar archive (POSIX.1-1988 ustar with the long names of GNU and POSIX.1-2001) from a stream, entry by entry. Writes nothing: an
 * archive cannot put a file anywhere by what it says. Contents that are not read are skipped.
 *
 * @throws Trouble when it is no tar archive, or ends before it says
 */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new Blocks(stream);
  let longName = '';
  for (;;) {
    const header = await source.exactly(BLOCK);
    if (header === null || header.every((byte) => byte === 0)) return;
    if (!checksumHolds(header)) throw new Trouble('This is not a tar archive, or it is damaged.');
    const bytes = octal(header, 124, 12);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L' || type === 'x' || type === 'g') {
      if (bytes > MOST_NAME_BYTES) throw new Trouble('The archive has a name without end.');
      const said = await source.exactly(padded(bytes));
      const name = said && decoder.decode(said.subarray(0, bytes));
      if (name !== null && type !== 'g')
        longName = type === 'L' ? textOf(name) : (/\d+ path=(.*)\n/.exec(name)?.[1] ?? '');
      continue;
    }
    const content = source.content(bytes);
    yield { path: longName || nameIn(header), bytes, isFile: type === '0' || type === '\0', content };
    longName = '';
    for await (const piece of content) void piece;
    await source.skip(padded(bytes) - bytes);
  }
}

class Blocks {
  private readonly pieces: AsyncIterator<Buffer>;
  private waiting: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.pieces = stream[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes, or null at the very end. */
  async exactly(length: number): Promise<Buffer | null> {
    while (this.waiting.length < length) {
      const more = await this.pieces.next();
      if (more.done) {
        if (this.waiting.length === 0) return null;
        throw cutShort();
      }
      this.waiting = Buffer.concat([this.waiting, more.value]);
    }
    const taken = this.waiting.subarray(0, length);
    this.waiting = this.waiting.subarray(length);
    return taken;
  }

  async *content(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.waiting.length === 0) {
        const more = await this.pieces.next();
        if (more.done) throw cutShort();
        this.waiting = more.value;
      }
      const taken = this.waiting.subarray(0, left);
      this.waiting = this.waiting.subarray(taken.length);
      left -= taken.length;
      if (taken.length > 0) yield taken;
    }
  }

  async skip(length: number): Promise<void> {
    for await (const piece of this.content(length)) void piece;
  }
}

const cutShort = () => new Trouble('The archive ends before it says: it was cut short.');
const padded = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK;
const textOf = (text: string): string => text.split('\0')[0] ?? '';

function nameIn(header: Buffer): string {
  const field = (from: number, length: number) => textOf(decoder.decode(header.subarray(from, from + length)));
  const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
  return prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`;
}

function octal(header: Buffer, from: number, length: number): number {
  const said = textOf(header.toString('latin1', from, from + length)).trim();
  if (!/^[0-7]+$/.test(said)) throw new Trouble('This is not a tar archive, or it is damaged.');
  return parseInt(said, 8);
}

/** The sum of the header's bytes, its own field taken as blanks. */
function checksumHolds(header: Buffer): boolean {
  const said = parseInt(header.toString('latin1', 148, 156), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  return said === sum;
}
