/**
 * Reading part of a sealed object: only the segments that hold the range are fetched, and no byte of a segment leaves
 * before all of it has authenticated. The row says how many segments there are, so a cut, lengthened or rearranged
 * object cannot pass; a range that includes the last segment also looks for bytes behind it.
 */
import { ByteQueue } from './byte-queue.js';
import { LoopShare } from './seal-stream.js';
import * as format from './sealed-format.rules.js';
import { SealedObjectDamaged, type Damage } from './sealed-object-damaged.js';
import { SegmentCipher, type SealedIdentity } from './segment-cipher.js';

/** A stored object, as its row describes it. */
export interface SealedObject extends SealedIdentity {
  readonly segments: number;
  readonly plainBytes: number;
  /** Stored bytes `from` (inclusive) to `to` (exclusive); `to` may lie beyond the end, then there are fewer. */
  readonly readRange: (from: number, to: number) => AsyncIterable<Buffer>;
}

/**
 * Plaintext bytes `fromByte` (inclusive) to `toByte` (exclusive). The whole object (0 to `plainBytes`) also verifies it
 * entirely, an empty one included. Throws `RangeError` for a range outside the object, `SealedObjectDamaged` for stored
 * bytes that are not what was sealed; errors of `readRange` pass through.
 */
export async function* openRange(
  object: SealedObject,
  fromByte: number,
  toByte: number,
): AsyncGenerator<Buffer, void, undefined> {
  assertRange(object, fromByte, toByte);
  if (object.segments !== format.segmentsFor(object.plainBytes)) throw damaged(object, 0, 'row_inconsistent');
  if (fromByte === toByte && object.plainBytes > 0) return;

  const first = Math.floor(fromByte / format.SEGMENT_BYTES);
  const last = Math.floor(Math.max(fromByte, toByte - 1) / format.SEGMENT_BYTES);
  let position = first * format.SEGMENT_BYTES;
  for await (const slice of openSegments(object, first, last)) {
    const wanted = slice.subarray(Math.max(0, fromByte - position), Math.max(0, toByte - position));
    position += slice.length;
    if (wanted.length > 0) yield wanted;
  }
}

async function* openSegments(object: SealedObject, first: number, last: number): AsyncGenerator<Buffer> {
  const cipher = new SegmentCipher(object);
  const queue = new ByteQueue();
  const loop = new LoopShare();
  let headerSeen = first > 0;
  let segment = first;
  for await (const chunk of object.readRange(...storedRange(object, first, last))) {
    queue.push(chunk);
    if (!headerSeen && queue.bytes >= format.HEADER_BYTES) {
      if (!queue.takeJoined(format.HEADER_BYTES).equals(format.HEADER))
        throw damaged(object, 0, 'header_not_recognised');
      headerSeen = true;
    }
    while (headerSeen && segment <= last && queue.bytes >= storedBytes(object, segment)) {
      yield* openSegment(object, cipher, queue, segment);
      await loop.spend(format.SEGMENT_BYTES);
      segment += 1;
    }
  }
  if (segment <= last) throw damaged(object, segment, 'too_short');
  if (queue.bytes > 0) throw damaged(object, last, 'too_long');
}

function openSegment(object: SealedObject, cipher: SegmentCipher, queue: ByteQueue, segment: number): Buffer[] {
  const decipher = cipher.decipher(segment, segment === object.segments - 1);
  const ciphertext = queue.take(format.segmentPlainBytes(segment, object.plainBytes));
  const plain = ciphertext.map((slice) => decipher.update(slice));
  decipher.setAuthTag(queue.takeJoined(format.TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw damaged(object, segment, 'segment_not_authentic');
  }
  return plain;
}

function storedBytes(object: SealedObject, segment: number): number {
  return format.segmentPlainBytes(segment, object.plainBytes) + format.TAG_BYTES;
}

/** The header is read with segment 0, where it costs nothing; every other segment authenticates it by its own tag. */
function storedRange(object: SealedObject, first: number, last: number): [from: number, to: number] {
  const from = first === 0 ? 0 : format.segmentOffset(first);
  const end = format.segmentOffset(last) + storedBytes(object, last);
  return [from, last === object.segments - 1 ? end + 1 : end];
}

function assertRange({ plainBytes }: SealedObject, fromByte: number, toByte: number): void {
  const valid = Number.isSafeInteger(fromByte) && Number.isSafeInteger(toByte);
  if (!valid || fromByte < 0 || fromByte > toByte || toByte > plainBytes) {
    throw new RangeError(`bytes ${fromByte} to ${toByte} are not within 0 to ${plainBytes}`);
  }
}

function damaged(object: SealedObject, segment: number, damage: Damage): SealedObjectDamaged {
  return new SealedObjectDamaged(object.objectId, object.kind, segment, damage);
}
