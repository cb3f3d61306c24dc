/*
 * The spool: what was captured and no recording has yet, sealed as it is written
 *   segment = header ‖ frames. A segment has a key of its own, which the key store holds in both copies before the first packet.
 *   header  = magic (8) ‖ id of the key (36)
 *   frame   = prefix ‖ AES-256-GCM of its body ‖ tag. The frame's number is its nonce; the prefix and the key's id are authenticated.
 *   prefix  = length of what follows (4) ‖ kind (1) ‖ session (4) ‖ number (4), in clear, so that one session is found without opening others
 * A segment ends where a frame is not whole: what a killed process was writing is cut, and nothing before it is touched.
 */
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

const MAGIC = 'SWSPOOL1';
const KEY_ID_BYTES = 36;
const TAG_BYTES = 16;
export const SEGMENT_HEADER_BYTES = MAGIC.length + KEY_ID_BYTES;
export const FRAME_PREFIX_BYTES = 13;
/** No frame is longer: a length beyond it is none. */
export const LONGEST_FRAME_BYTES = 16 * 1024 * 1024;
export const LONGEST_BODY_BYTES = LONGEST_FRAME_BYTES - TAG_BYTES;

/** `state`: JSON of how a session stands; `sound`: packets. */
export const FRAME_KINDS = { state: 1, sound: 2 } as const;
export type FrameKind = keyof typeof FRAME_KINDS;

export interface FramePrefix {
  /** Bytes behind the prefix. */
  readonly length: number;
  readonly kind: FrameKind;
  readonly session: number;
  readonly number: number;
}

export interface SegmentKey {
  readonly keyId: string;
  readonly key: Buffer;
  /** Resolves when it will not be given out again, whatever happens: nothing is written under it before. */
  readonly noted?: () => Promise<void>;
}

export function segmentHeader(keyId: string): Buffer {
  if (keyId.length !== KEY_ID_BYTES) throw new RangeError('a key is named by a UUID');
  return Buffer.from(MAGIC + keyId, 'latin1');
}

/** The id of a segment's key. null: it is no segment, or its header was not written whole. */
export function readSegmentHeader(bytes: Buffer): string | null {
  if (bytes.length < SEGMENT_HEADER_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  return bytes.toString('latin1', MAGIC.length, SEGMENT_HEADER_BYTES);
}

/**
 * A frame in the pieces that it is written in: to copy them into one would double what the collector has to do.
 * @throws RangeError for a body so long that its reader would take the frame for the end of the segment
 */
export function sealFrame(
  { keyId, key }: { readonly keyId: string; readonly key: Buffer | KeyObject },
  of: Omit<FramePrefix, 'length'>,
  body: Buffer,
): Buffer[] {
  if (body.length > LONGEST_BODY_BYTES) throw new RangeError('no frame of the spool is so long');
  const prefix = Buffer.allocUnsafe(FRAME_PREFIX_BYTES);
  prefix.writeUInt32BE(body.length + TAG_BYTES, 0);
  prefix.writeUInt8(FRAME_KINDS[of.kind], 4);
  prefix.writeUInt32BE(of.session, 5);
  prefix.writeUInt32BE(of.number, 9);
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(of.number), { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(keyId, prefix));
  const sealed = cipher.update(body);
  cipher.final();
  return [prefix, sealed, cipher.getAuthTag()];
}

/** null: the segment ends here. */
export function readFramePrefix(bytes: Buffer): FramePrefix | null {
  if (bytes.length < FRAME_PREFIX_BYTES) return null;
  const length = bytes.readUInt32BE(0);
  const kind = KIND_OF.get(bytes.readUInt8(4));
  if (kind === undefined || length < TAG_BYTES || length > LONGEST_FRAME_BYTES) return null;
  return { length, kind, session: bytes.readUInt32BE(5), number: bytes.readUInt32BE(9) };
}

/** The body of a frame that was read whole. null: it is not what was sealed. */
export function openFrame({ keyId, key }: SegmentKey, number: number, frame: Buffer): Buffer | null {
  if (frame.length < FRAME_PREFIX_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(keyId, frame.subarray(0, FRAME_PREFIX_BYTES)));
  decipher.setAuthTag(frame.subarray(-TAG_BYTES));
  const body = decipher.update(frame.subarray(FRAME_PREFIX_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return body;
  } catch {
    return null;
  }
}

const KIND_OF = new Map<number, FrameKind>(
  Object.entries(FRAME_KINDS).map(([kind, code]) => [code, kind as FrameKind]),
);

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

/** Each part has a fixed length, so no two frames are bound alike. */
const boundTo = (keyId: string, prefix: Buffer): Buffer => Buffer.concat([segmentHeader(keyId), prefix]);
