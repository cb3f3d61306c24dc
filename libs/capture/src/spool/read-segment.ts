import { open, type FileHandle } from 'node:fs/promises';
import {
  FRAME_PREFIX_BYTES,
  openFrame,
  readFramePrefix,
  readSegmentHeader,
  SEGMENT_HEADER_BYTES,
  type FrameKind,
  type FramePrefix,
  type SegmentKey,
} from './spool-format.rules.js';

/** Where a frame of a session lies. */
export interface FramePlace extends FramePrefix {
  readonly offset: number;
}

const WINDOW_BYTES = 256 * 1024;

/** Which key a segment was sealed with. null: it was cut before that was written, and holds nothing. */
export async function keyIdOfSegment(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    return readSegmentHeader(await readAt(file, 0, SEGMENT_HEADER_BYTES));
  } finally {
    await file.close();
  }
}

/** Every whole frame of a segment, by its prefix: bodies are stepped over. Where a frame is cut, the segment ends. */
export async function* framesOf(path: string): AsyncGenerator<FramePlace> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let [window, windowAt]: [Buffer, number] = [Buffer.alloc(0), 0];
    for (let offset = SEGMENT_HEADER_BYTES, expected = 0; offset + FRAME_PREFIX_BYTES <= size; expected++) {
      if (offset < windowAt || offset + FRAME_PREFIX_BYTES > windowAt + window.length) {
        window = await readAt(file, offset, WINDOW_BYTES);
        windowAt = offset;
      }
      const prefix = readFramePrefix(window.subarray(offset - windowAt));
      // Beyond a number that is not the next one nothing can be trusted: each frame says where the next begins.
      if (!prefix || prefix.number !== expected) return;
      const end = offset + FRAME_PREFIX_BYTES + prefix.length;
      if (end > size) return;
      yield { ...prefix, offset };
      offset = end;
    }
  } finally {
    await file.close();
  }
}

/** The bodies of frames, in the order asked; null for one that does not open: it was damaged, or is cut. */
export async function* bodiesOf(
  path: string,
  key: SegmentKey,
  places: Iterable<Pick<FramePlace, 'offset'>>,
): AsyncGenerator<{ kind: FrameKind; session: number; body: Buffer } | null> {
  const file = await open(path, 'r');
  try {
    for (const { offset } of places) {
      const prefix = readFramePrefix(await readAt(file, offset, FRAME_PREFIX_BYTES));
      if (!prefix) {
        yield null;
        continue;
      }
      const frame = await readAt(file, offset, FRAME_PREFIX_BYTES + prefix.length);
      const body = openFrame(key, prefix.number, frame);
      yield body && { kind: prefix.kind, session: prefix.session, body };
    }
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}
