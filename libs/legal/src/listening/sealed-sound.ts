/*
 * Sound on its way from the process that captures to the server that one browser is connected to: through the database's own notices, which
 * keep nothing, sealed by the key of the one listening that it is for. A piece that was held back and sent again is older than the last.
 *
 *   id of the listening ‖ ':' ‖ base64( random nonce (12) ‖ ciphertext of [ first sample (4) ‖ flags (1) ‖ 16-bit samples ] ‖ tag (16) )
 *   Words go the same way, as JSON in the place of sound.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type LiveUtterance } from '#contracts';

/** Payload: a sealed piece. */
export const LISTENING_SOUND_CHANNEL = 'shouwen_listening_sound';

/** A notice holds 8000 bytes; a tenth of a second is 1600 of samples. */
export const LONGEST_PIECE_BYTES = 4000;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 5;
const UNDECODED = 1;

/** A piece of sound: mono, 8 kHz, 16 bits little-endian. */
export interface SoundPiece {
  /** Its first sample, counted from the session's beginning. */
  readonly at: number;
  /** Something was said in it in a codec that is decoded only after the call. */
  readonly undecoded: boolean;
  readonly pcm: Buffer;
}

/** @throws RangeError for a piece that does not fit a notice */
export function sealSound(listeningId: string, key: Buffer, { at, undecoded, pcm }: SoundPiece): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(at % 2 ** 32, 0);
  head[4] = undecoded ? UNDECODED : 0;
  return seal(listeningId, key, [head, pcm]);
}

/** What one side said, for one who reads along. @throws RangeError where it does not fit a notice */
export const sealWords = (listeningId: string, key: Buffer, words: LiveUtterance): string =>
  seal(listeningId, key, [Buffer.from(JSON.stringify(words))]);

function seal(listeningId: string, key: Buffer, clear: readonly Buffer[]): string {
  if (clear.reduce((sum, { length }) => sum + length, 0) > LONGEST_PIECE_BYTES + HEAD_BYTES)
    throw new RangeError('a piece is too long for a notice');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(listeningId));
  const sealed = Buffer.concat([nonce, ...clear.map((one) => cipher.update(one)), cipher.final(), cipher.getAuthTag()]);
  return `${listeningId}:${sealed.toString('base64')}`;
}

/** Whom a notice is for; it may be any client's of the database. */
export const listeningOf = (notice: string): string => notice.slice(0, Math.max(0, notice.indexOf(':')));

/** null: it was not sealed for this listening, or not by this key. */
export function openSound(listeningId: string, key: Buffer, notice: string): SoundPiece | null {
  const clear = open(listeningId, key, notice);
  if (!clear || clear.length < HEAD_BYTES) return null;
  const undecoded = ((clear[4] as number) & UNDECODED) !== 0;
  return { at: clear.readUInt32BE(0), undecoded, pcm: clear.subarray(HEAD_BYTES) };
}

/** null: as `openSound`. */
export function openWords(listeningId: string, key: Buffer, notice: string): LiveUtterance | null {
  const clear = open(listeningId, key, notice);
  return clear && (JSON.parse(clear.toString('utf8')) as LiveUtterance);
}

function open(listeningId: string, key: Buffer, notice: string): Buffer | null {
  const sealed = Buffer.from(notice.slice(notice.indexOf(':') + 1), 'base64');
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(listeningId));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const clear = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
    return clear;
  } catch {
    clear.fill(0);
    return null;
  }
}
