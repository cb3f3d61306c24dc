import { createHash } from 'node:crypto';

/** How far a growing log has been read, kept between two looks at it. */
export interface TailState {
  /** The file, whatever it is called: a log that is rotated takes its number with it. */
  inode: string;
  /** Bytes that were read as whole lines. */
  offset: number;
  /** Of the bytes just before `offset`: a file that is cut and grows past it again is not taken for the one that was read. */
  before: string;
}

/** A log as it lies there now. */
export interface TailFile {
  name: string;
  inode: string;
  /** Bytes. */
  size: number;
}

/** What of a file is to be read. */
export interface TailRead {
  name: string;
  inode: string;
  from: number;
  to: number;
  /** What has to stand before `from`; null: nothing was read of it. */
  after: string | null;
  why: 'new' | 'grown' | 'cut';
}

/**
 * What is to be read of logs that grow. A file that was renamed is read on where it was left, before the one that took its name, so that no
 * line is lost when logs are rotated. A file that is shorter than what was read of it was cut, and is read from its beginning.
 */
export function toRead(states: readonly TailState[], files: readonly TailFile[]): TailRead[] {
  const known = new Map(states.map((state) => [state.inode, state]));
  const reads = files.flatMap(({ name, inode, size }): TailRead[] => {
    const state = known.get(inode);
    if (!state) return size > 0 ? [{ name, inode, from: 0, to: size, after: null, why: 'new' }] : [];
    if (size < state.offset) return [{ name, inode, from: 0, to: size, after: null, why: 'cut' }];
    return size > state.offset
      ? [{ name, inode, from: state.offset, to: size, after: state.before, why: 'grown' }]
      : [];
  });
  return reads.toSorted(
    (a, b) => Number(a.why === 'new') - Number(b.why === 'new') || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** Bytes that tell one log from another of the same length. */
export const REMEMBERED = 64;

export interface TailedLines {
  /** Whole lines, the last line end among them; empty while none is whole. */
  text: string;
  state: TailState;
}

/**
 * The whole lines among the bytes that were read, and the state after them. A line that is still being written waits for its end. `bytes`
 * begin `REMEMBERED` bytes, or all there are, before `from`. Null: the file no longer holds what was read of it, so that reading begins again.
 */
export function takeLines({ inode, from, after }: TailRead, bytes: Uint8Array): TailedLines | null {
  const before = Math.min(from, REMEMBERED);
  if (after !== null && fingerprint(bytes.subarray(0, before)) !== after) return null;
  const end = bytes.lastIndexOf(0x0a) + 1;
  const whole = Math.max(end, before);
  const text = new TextDecoder().decode(bytes.subarray(before, whole));
  const offset = from + whole - before;
  const remembered = bytes.subarray(Math.max(0, whole - Math.min(offset, REMEMBERED)), whole);
  return { text, state: { inode, offset, before: fingerprint(remembered) } };
}

/** Kept for as long as the log is, and tells nothing of what stood there. */
const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
