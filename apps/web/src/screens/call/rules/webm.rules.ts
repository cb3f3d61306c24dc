import type { OpusHead, OpusPacket } from './ogg-opus.rules.js';

/** Element names of Matroska (RFC 9559) that a live Opus stream needs. */
const ID = {
  ebml: [0x1a, 0x45, 0xdf, 0xa3],
  docType: [0x42, 0x82],
  docTypeVersion: [0x42, 0x87],
  docTypeReadVersion: [0x42, 0x85],
  segment: [0x18, 0x53, 0x80, 0x67],
  info: [0x15, 0x49, 0xa9, 0x66],
  timestampScale: [0x2a, 0xd7, 0xb1],
  muxingApp: [0x4d, 0x80],
  writingApp: [0x57, 0x41],
  tracks: [0x16, 0x54, 0xae, 0x6b],
  trackEntry: [0xae],
  trackNumber: [0xd7],
  trackUid: [0x73, 0xc5],
  trackType: [0x83],
  codecId: [0x86],
  codecPrivate: [0x63, 0xa2],
  codecDelay: [0x56, 0xaa],
  seekPreRoll: [0x56, 0xbb],
  audio: [0xe1],
  samplingFrequency: [0xb5],
  channels: [0x9f],
  cluster: [0x1f, 0x43, 0xb6, 0x75],
  timestamp: [0xe7],
  simpleBlock: [0xa3],
} as const;

const TRACK = 1;
const AUDIO = 2;
const NANOSECONDS = 1_000_000_000;
/** A block's time within its cluster has 16 bits with a sign. */
const CLUSTER_MS = 30_000;

/** The beginning of a WebM stream: what it is and how it is coded, with a length that stays open. */
export function webmStart({ channels, preSkip, bytes }: OpusHead): Uint8Array<ArrayBuffer> {
  const track = element(ID.trackEntry, [
    element(ID.trackNumber, unsigned(TRACK)),
    element(ID.trackUid, unsigned(TRACK)),
    element(ID.trackType, unsigned(AUDIO)),
    element(ID.codecId, text('A_OPUS')),
    element(ID.codecPrivate, bytes),
    element(ID.codecDelay, unsigned(Math.round((preSkip / 48_000) * NANOSECONDS))),
    element(ID.seekPreRoll, unsigned(80_000_000)),
    element(ID.audio, [
      element(ID.samplingFrequency, Uint8Array.of(0x47, 0x3b, 0x80, 0)), // 48000 as a 32-bit float
      element(ID.channels, unsigned(channels)),
    ]),
  ]);
  const info = [
    element(ID.timestampScale, unsigned(1_000_000)),
    element(ID.muxingApp, text('shouwen')),
    element(ID.writingApp, text('shouwen')),
  ];
  const header = [
    element(ID.docType, text('webm')),
    element(ID.docTypeVersion, unsigned(4)),
    element(ID.docTypeReadVersion, unsigned(2)),
  ];
  const openEnd = Uint8Array.of(0x01, 255, 255, 255, 255, 255, 255, 255);
  return join([
    element(ID.ebml, header),
    Uint8Array.from(ID.segment),
    openEnd,
    element(ID.info, info),
    element(ID.tracks, track),
  ]);
}

/** A stretch of packets, in time order. */
export function webmClusters(packets: readonly OpusPacket[]): Uint8Array<ArrayBuffer> {
  const clusters: Uint8Array[] = [];
  for (let rest = packets; rest[0];) {
    const start = rest[0].ms;
    const until = rest.findIndex(({ ms }) => ms - start > CLUSTER_MS);
    const inside = until < 0 ? rest : rest.slice(0, until);
    const blocks = inside.map(({ ms, bytes }) => {
      const offset = ms - start;
      // Track, time within the cluster, and "can be decoded on its own".
      return element(ID.simpleBlock, [Uint8Array.of(0x80 | TRACK, offset >> 8, offset & 255, 0x80), bytes]);
    });
    clusters.push(element(ID.cluster, [element(ID.timestamp, unsigned(start)), ...blocks]));
    rest = rest.slice(inside.length);
  }
  return join(clusters);
}

function element(id: readonly number[], content: Uint8Array | Uint8Array[]): Uint8Array {
  const parts = Array.isArray(content) ? content : [content];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const size = Uint8Array.of(0x10 | (length >>> 24), (length >>> 16) & 255, (length >>> 8) & 255, length & 255);
  return join([Uint8Array.from(id), size, ...parts]);
}

function unsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0 || bytes.length === 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from(bytes);
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

/** Puts bytes behind one another. */
export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
