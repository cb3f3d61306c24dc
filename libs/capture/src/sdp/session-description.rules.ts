import { type PayloadFormat, type TransportAddress } from '../session/media-plane.js';

export type Direction = 'sendonly' | 'recvonly' | 'sendrecv' | 'inactive';

/** One `m=` line with what stands below it. */
export interface MediaDescription {
  readonly media: string;
  readonly port: number;
  /** As `RTP/AVP`, in capitals. */
  readonly protocol: string;
  /** As the line names them. */
  readonly formats: readonly string[];
  readonly address: string | null;
  readonly direction: Direction;
  readonly label: string | null;
  /** Values of the line's own `a=`, by name, in their order. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

export interface SessionDescription {
  readonly media: readonly MediaDescription[];
}

const MOST_MEDIA = 32;
const MOST_LINES = 2000;
const DIRECTIONS: readonly Direction[] = ['sendonly', 'recvonly', 'sendrecv', 'inactive'];

/** Static payload types of RFC 3551 that telephones use: they need no rtpmap. */
const STATIC: Readonly<Record<number, PayloadFormat>> = Object.fromEntries(
  (
    [
      [0, 'PCMU', 8000],
      [3, 'GSM', 8000],
      [4, 'G723', 8000],
      [8, 'PCMA', 8000],
      [9, 'G722', 8000],
      [13, 'CN', 8000],
      [15, 'G728', 8000],
      [18, 'G729', 8000],
      [19, 'CN', 8000],
    ] as const
  ).map(([number, codec, clockRate]) => [number, { codec, clockRate, channels: 1 }]),
);

/** Reads SDP (RFC 8866) as it is sent, not as it ought to be: unknown lines are passed over. Null where it is none, or beyond measure. */
export function readSessionDescription(text: string): SessionDescription | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  if (lines.length > MOST_LINES || !/^v=0\s*$/.test(lines[0] ?? '')) return null;
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []));
  if (starts.length > MOST_MEDIA) return null;
  const session = lines.slice(0, starts[0] ?? lines.length);
  const media = starts.map((start, n) => readMedia(lines.slice(start, starts[n + 1] ?? lines.length), session));
  return media.every((one): one is MediaDescription => one !== null) ? { media } : null;
}

function readMedia(lines: readonly string[], session: readonly string[]): MediaDescription | null {
  const found = /^m=(\S+) (\d{1,5})(?:\/\d+)? (\S+)((?: +\S+)*) *$/.exec(lines[0] ?? '');
  const port = Number(found?.[2]);
  if (!found || port > 65_535) return null;
  const attributes = attributesOf(lines);
  return {
    media: (found[1] ?? '').toLowerCase(),
    port,
    protocol: (found[3] ?? '').toUpperCase(),
    formats: (found[4] ?? '').trim().split(/ +/).filter(Boolean),
    address: addressOf(lines) ?? addressOf(session),
    direction: directionOf(attributes) ?? directionOf(attributesOf(session)) ?? 'sendrecv',
    label: attributes.get('label')?.[0]?.trim() || null,
    attributes,
  };
}

function attributesOf(lines: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, name, value = ''] = /^a=([^:\s]+)(?::(.*))?\s*$/.exec(line) ?? [];
    if (name !== undefined) found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), value.trim()]);
  }
  return found;
}

const directionOf = (attributes: ReadonlyMap<string, readonly string[]>): Direction | undefined =>
  DIRECTIONS.find((direction) => attributes.has(direction));

function addressOf(lines: readonly string[]): string | null {
  const line = lines.find((one) => one.startsWith('c='));
  return /^c=IN +IP[46] +([^\s/]+)/i.exec(line ?? '')?.[1] ?? null;
}

/** Where the sound comes from; null where the line names no address, or the old sign of a call on hold, 0.0.0.0. */
export const sourceOf = ({ address, port }: MediaDescription): TransportAddress | null =>
  address === null || port === 0 || /^(0\.0\.0\.0|::)$/.test(address) ? null : { address, port };

/** What each payload number of the line means. A dynamic one without rtpmap is kept by its number as its name: nothing decodes it. */
export function payloadsOf({ formats, attributes }: MediaDescription): ReadonlyMap<number, PayloadFormat> {
  const mapped = new Map((attributes.get('rtpmap') ?? []).flatMap(readRtpmap));
  return new Map(
    formats
      .filter((format) => /^\d{1,3}$/.test(format) && Number(format) < 128)
      .map(Number)
      .map((number) => [
        number,
        mapped.get(number) ?? STATIC[number] ?? { codec: String(number), clockRate: 8000, channels: 1 },
      ]),
  );
}

/** A map: of a plain object, `constructor` would be a codec. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  ['PCMU', 'PCMA', 'G722', 'G729', 'opus', 'telephone-event', 'CN'].map((codec) => [codec.toLowerCase(), codec]),
);

function readRtpmap(value: string): [number, PayloadFormat][] {
  const found = /^(\d{1,3})\s+([^\s/]+)\/(\d{1,6})(?:\/(\d{1,2}))?/.exec(value);
  if (!found || Number(found[3]) === 0) return [];
  const named = found[2] ?? '';
  const codec = SPELLED.get(named.toLowerCase()) ?? named;
  return [[Number(found[1]), { codec, clockRate: Number(found[3]), channels: Number(found[4] ?? 1) || 1 }]];
}
