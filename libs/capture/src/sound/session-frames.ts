import { type SessionRecord } from '../session/session-records.rules.js';
import { decodePackets, type SpooledPacket } from '../spool/packet-batch.rules.js';
import { bodiesOf } from '../spool/read-segment.js';
import { type SegmentFrames } from '../spool/spool.js';

/** The key of a segment, which the reader zeroes; null: it was destroyed. */
export type OpenKey = (keyId: string) => Promise<Buffer | null>;

/** A piece of a session as the spool gives it back. */
export type SessionPiece =
  | { readonly record: SessionRecord }
  | { readonly packets: readonly SpooledPacket[] }
  /** A frame that does not open: its sound is lost. */
  | { readonly damaged: true };

/** Everything of a session in the order in which it was written. May be read as often as one likes. */
export async function* piecesOf(frames: readonly SegmentFrames[], openKey: OpenKey): AsyncGenerator<SessionPiece> {
  for (const { path, keyId, offsets } of frames) {
    const key = await openKey(keyId);
    if (!key) continue;
    try {
      const places = offsets.map((offset) => ({ offset }));
      for await (const frame of bodiesOf(path, { keyId, key }, places)) {
        if (!frame) yield { damaged: true };
        else if (frame.kind === 'sound') yield { packets: decodePackets(frame.body) };
        else yield { record: JSON.parse(frame.body.toString('utf8')) as SessionRecord };
      }
    } finally {
      key.fill(0);
    }
  }
}
