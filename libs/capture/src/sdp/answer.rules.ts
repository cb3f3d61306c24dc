import { type SrtpKey, type StreamPlan } from '../session/media-plane.js';
import { cryptoLine, firstUsableKey, type OfferedKey } from './sdes.rules.js';
import {
  payloadsOf,
  sourceOf,
  type Direction,
  type MediaDescription,
  type SessionDescription,
} from './session-description.rules.js';

/** Is it an IPv6 address, by its colons? An IPv4 address or a host name has none. */
export const isIPv6 = (address: string): boolean => address.includes(':');

/** As a URI and a Via name it. */
export const hostText = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

/** What is taken of one `m=` line, in its place. */
export type AcceptedStream =
  | { readonly taken: true; readonly media: MediaDescription; readonly key: OfferedKey | null }
  | { readonly taken: false; readonly media: MediaDescription; readonly why: NotTaken };

/** `ended`: the client itself gives port 0. */
export type NotTaken =
  | 'ended'
  | 'not_audio'
  | 'transport'
  | 'sound_from_elsewhere'
  | 'key_in_clear'
  | 'no_usable_key'
  | 'no_format';

export interface OfferContext {
  /** Did the offer come over TLS? Otherwise anybody on the way has read the keys in it, and a stream that they seal is not taken. */
  readonly secret: boolean;
  /** Whether sound may come from an address. */
  readonly soundFrom: (address: string) => boolean;
}

/** Which of the offered streams are recorded. Whatever the codec: what cannot be decoded is kept as it came. */
export const takenOf = ({ media }: SessionDescription, { secret, soundFrom }: OfferContext): AcceptedStream[] =>
  media.map((one) => {
    const refusal = refusalOf(one);
    if (refusal) return { taken: false, media: one, why: refusal };
    const source = sourceOf(one);
    if (source && !soundFrom(source.address)) return { taken: false, media: one, why: 'sound_from_elsewhere' };
    if (!one.protocol.includes('SAVP')) return { taken: true, media: one, key: null };
    if (!secret) return { taken: false, media: one, why: 'key_in_clear' };
    const key = firstUsableKey(one.attributes.get('crypto') ?? []);
    return key ? { taken: true, media: one, key } : { taken: false, media: one, why: 'no_usable_key' };
  });

function refusalOf(media: MediaDescription): NotTaken | null {
  if (media.port === 0) return 'ended';
  if (media.media !== 'audio') return 'not_audio';
  if (!/^RTP\/S?AVPF?$/.test(media.protocol)) return 'transport';
  return payloadsOf(media).size === 0 ? 'no_format' : null;
}

/** We only receive: `recvonly` if the client sends, otherwise `inactive`. */
export const mirrored = (direction: Direction): 'recvonly' | 'inactive' =>
  direction === 'sendonly' || direction === 'sendrecv' ? 'recvonly' : 'inactive';

export interface Answering {
  /** Ours, in SDP and for RTP. */
  readonly address: string;
  /** By the index of the `m=` line. */
  readonly ports: ReadonlyMap<number, number>;
  /** Our half of each SRTP agreement, which nothing is ever sealed with; by the index of the `m=` line. */
  readonly keys: ReadonlyMap<number, Buffer>;
  readonly sessionId: number;
  /** Counts the answers of a session (RFC 3264 8). */
  readonly version: number;
}

/**
 * The answer: every line in its place, every offered format with its mapping, the direction of each stream on its own. Clients end the
 * session where an offered codec or event number is missing.
 */
export function writeAnswer(offer: readonly AcceptedStream[], answering: Answering): string {
  const family = isIPv6(answering.address) ? 'IP6' : 'IP4';
  const lines = [
    'v=0',
    `o=shouwen ${answering.sessionId} ${answering.version} IN ${family} ${answering.address}`,
    's=-',
    `c=IN ${family} ${answering.address}`,
    't=0 0',
    ...offer.flatMap((taken, index) => mediaLines(taken, index, answering)),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function mediaLines(taken: AcceptedStream, index: number, { ports, keys }: Answering): string[] {
  const { media } = taken;
  const port = taken.taken ? (ports.get(index) ?? 0) : 0;
  const line = `m=${media.media} ${port} ${media.protocol} ${media.formats.join(' ') || '0'}`;
  const label = media.label === null ? [] : [`a=label:${media.label}`];
  if (port === 0 || !taken.taken) return [line, ...label, 'a=inactive'];
  const ours = keys.get(index);
  return [
    line,
    ...echoed(media, 'rtpmap'),
    ...echoed(media, 'fmtp'),
    ...(taken.key && ours ? [cryptoLine(taken.key, ours)] : []),
    ...label,
    `a=${mirrored(media.direction)}`,
  ];
}

/** Only of formats that the line names. */
const echoed = ({ attributes, formats }: MediaDescription, name: string): string[] =>
  (attributes.get(name) ?? [])
    .filter((value) => formats.includes(value.split(/\s/)[0] ?? ''))
    .map((value) => `a=${name}:${value}`);

/** How each taken stream is to be received. Labels that occur twice are of no use: those streams are named by their place. */
export function plansOf(offer: readonly AcceptedStream[], ports: ReadonlyMap<number, number>): StreamPlan[] {
  const labels = labelsOf(offer);
  return offer.flatMap((taken, mediaIndex) => {
    const localPort = ports.get(mediaIndex);
    if (!taken.taken || localPort === undefined) return [];
    const from = sourceOf(taken.media);
    const sends = mirrored(taken.media.direction) === 'recvonly' && from !== null;
    return [
      {
        label: labels[mediaIndex] ?? String(mediaIndex),
        mediaIndex,
        localPort,
        from,
        state: sends ? ('recording' as const) : ('paused' as const),
        payloads: payloadsOf(taken.media),
        srtp: taken.key && keyOf(taken.key),
      },
    ];
  });
}

/** The label that the offer gives each line and no other; null: none. */
export function givenLabels(offer: readonly AcceptedStream[]): (string | null)[] {
  const given = offer.map(({ media }) => media.label);
  return given.map((label) => (given.indexOf(label) === given.lastIndexOf(label) ? label : null));
}

/** A name for each line: its label, else its place. */
function labelsOf(offer: readonly AcceptedStream[]): string[] {
  const given = givenLabels(offer);
  return given.map((label, index) => label ?? (given.includes(String(index)) ? `m${index}` : String(index)));
}

const keyOf = ({ suite, key }: OfferedKey): SrtpKey => ({ suite, key });
