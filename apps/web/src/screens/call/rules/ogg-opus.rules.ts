/** Samples of a second, for recordings of any rate: Opus in Ogg always counts in 48 kHz (RFC 7845 §4). */
const RATE_KHZ = 48;

/** What the first page of an Ogg Opus stream says (RFC 7845 §5.1). */
export interface OpusHead {
  channels: number;
  preSkip: number;
  /** The packet itself: other containers carry it as it is. */
  bytes: Uint8Array;
}

/** A packet and when it sounds, milliseconds from the start of the recording. */
export interface OpusPacket {
  ms: number;
  bytes: Uint8Array;
}

export interface OggPage {
  /** Sample at which the last packet that ends on this page ends. */
  granule: number;
  packets: Uint8Array[];
}

/**
 * Cuts whole pages (RFC 3533 §6) out of bytes that may start and stop anywhere. Packets that began on a page before, or go on after, are
 * left out: a listener that jumps in cannot use them.
 *
 * @returns the pages, and how many bytes were used up
 */
export function readPages(bytes: Uint8Array): { pages: OggPage[]; used: number } {
  const pages: OggPage[] = [];
  let at = findPage(bytes, 0);
  while (at + 27 <= bytes.length) {
    const segments = bytes[at + 26]!;
    const lengths = bytes.subarray(at + 27, at + 27 + segments);
    const body = at + 27 + segments;
    const end = body + lengths.reduce((sum, length) => sum + length, 0);
    if (lengths.length < segments || end > bytes.length) break;
    pages.push({
      granule: granuleAt(bytes, at + 6),
      packets: packetsOf(bytes, body, lengths, (bytes[at + 5]! & 1) === 1),
    });
    at = findPage(bytes, end);
  }
  return { pages, used: Math.min(at, bytes.length) };
}

/** @returns null where the packet is no Opus head */
export function readHead(packet: Uint8Array | undefined): OpusHead | null {
  if (!packet || packet.length < 19 || new TextDecoder().decode(packet.subarray(0, 8)) !== 'OpusHead') return null;
  return { channels: packet[9]!, preSkip: packet[10]! | (packet[11]! << 8), bytes: packet };
}

/** Gives each packet of a page its time, counted back from the page's end. */
export function timedPackets(page: OggPage, preSkip: number): OpusPacket[] {
  const lengths = page.packets.map(samplesOf);
  let sample = page.granule - lengths.reduce((sum, length) => sum + length, 0) - preSkip;
  return page.packets.map((bytes, index) => {
    const ms = Math.max(0, Math.round(sample / RATE_KHZ));
    sample += lengths[index]!;
    return { ms, bytes };
  });
}

/** How long a packet sounds, in samples, by its first byte (RFC 6716 §3.1). */
export function samplesOf(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const config = toc >> 3;
  const frame =
    config < 12
      ? [480, 960, 1920, 2880][config & 3]!
      : config < 16
        ? [480, 960][config & 1]!
        : [120, 240, 480, 960][config & 3]!;
  const code = toc & 3;
  return frame * (code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 63);
}

function packetsOf(bytes: Uint8Array, body: number, lengths: Uint8Array, continued: boolean): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let [from, to, skip] = [body, body, continued];
  for (const length of lengths) {
    to += length;
    if (length === 255) continue;
    if (!skip) packets.push(bytes.slice(from, to));
    [from, skip] = [to, false];
  }
  return packets;
}

/** Where the next page starts, or the last place at which one might. */
function findPage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 4 <= bytes.length; at++) {
    if (bytes[at] === 79 && bytes[at + 1] === 103 && bytes[at + 2] === 103 && bytes[at + 3] === 83) return at;
  }
  return Math.max(from, bytes.length - 3);
}

function granuleAt(bytes: Uint8Array, at: number): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(at, true));
}
