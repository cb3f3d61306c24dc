import { mergeMetadata, NO_METADATA, type Metadata } from '../metadata/metadata.rules.js';
import { takenOf, type OfferContext, type AcceptedStream } from '../sdp/answer.rules.js';
import { readSessionDescription } from '../sdp/session-description.rules.js';
import { bodyParts, isMetadata, isSdp, type BodyPart } from '../sip/body-parts.rules.js';
import { header, headerTokens, headerValues, readNameAddress, readSeconds } from '../sip/headers.rules.js';
import { type SipHeader, type SipRequest } from '../sip/sip-message.js';
import { type RefusalReason } from './effects.js';
import { type SessionTimer } from './recording-session.js';

/** Option tags that a client may demand. `100rel` asks nothing of who sends no provisional answer but 100. */
const KNOWN = new Set([
  'siprec',
  'timer',
  '100rel',
  'replaces',
  'norefersub',
  'record-aware',
  'outbound',
  'path',
  'gruu',
]);

export interface Refused {
  readonly refused: RefusalReason;
  readonly status: number;
  readonly headers?: readonly SipHeader[];
}

/** What a request brings: an offer, metadata, both or neither. */
export interface InviteBody {
  readonly offer: readonly AcceptedStream[] | null;
  readonly metadata: Metadata;
  /** There was metadata, and it could not be read: what was known before stays. */
  readonly unread: boolean;
}

/** Extensions that are demanded and not known here (RFC 3261 8.2.2.3). */
export function unknownExtensions(request: SipRequest): Refused | null {
  const unknown = headerTokens(request, 'require').filter((tag) => !KNOWN.has(tag));
  if (unknown.length === 0) return null;
  return { refused: 'extension', status: 420, headers: [{ name: 'unsupported', value: unknown.join(', ') }] };
}

/** By any of the signs that clients give: not all give all of them. */
export const isRecordingSession = (request: SipRequest, parts: readonly BodyPart[]): boolean =>
  headerTokens(request, 'require').includes('siprec') ||
  /;\s*(?:\+sip\.)?src\b/i.test(header(request, 'contact') ?? '') ||
  parts.some(isMetadata);

/** The first INVITE of a session must be of a recording client, and offer a stream that can be taken. */
export function checkFirst(
  request: SipRequest,
  allowed: OfferContext,
): Refused | (InviteBody & { offer: readonly AcceptedStream[] }) {
  const extensions = unknownExtensions(request);
  if (extensions) return extensions;
  const parts = bodyParts(request);
  if (parts === null) return { refused: 'body', status: 400 };
  if (!isRecordingSession(request, parts))
    return { refused: 'not_siprec', status: 421, headers: [{ name: 'require', value: 'siprec' }] };
  const brought = readBrought(parts, NO_METADATA, allowed);
  if ('refused' in brought) return brought;
  if (brought.offer === null) return { refused: 'no_offer', status: 488, headers: [warning('an offer is needed')] };
  if (brought.offer.some(({ taken }) => taken)) return { ...brought, offer: brought.offer };
  const told = NO_STREAM.find(({ refused }) => brought.offer?.some((one) => !one.taken && one.why === refused));
  const { refused, text } = told ?? { refused: 'no_stream', text: 'no audio over RTP is offered' };
  return { refused, status: 488, headers: [warning(text)] };
}

const NO_STREAM = [
  { refused: 'key_in_clear', text: 'SDES keys are taken over TLS alone' },
  { refused: 'sound_from_elsewhere', text: 'sound is not taken from this address' },
] as const;

const warning = (text: string): SipHeader => ({ name: 'warning', value: `399 shouwen "${text}"` });

export function readBrought(parts: readonly BodyPart[], before: Metadata, allowed: OfferContext): Refused | InviteBody {
  const sdp = parts.find(isSdp);
  const description = sdp ? readSessionDescription(sdp.bytes.toString('utf8')) : null;
  if (sdp && !description) return { refused: 'offer_unreadable', status: 400 };
  const told = parts.find(isMetadata);
  const merged = told ? mergeMetadata(before, told.bytes.toString('utf8')) : before;
  const offer = description && takenOf(description, allowed);
  return { offer, metadata: merged ?? before, unread: merged === null };
}

/**
 * Who refreshes the session, and how often (RFC 4028). The client does, unless it asks us to and takes UPDATE; without that we leave the
 * timer out of the answer, and the session does without.
 */
export function timerOf(request: SipRequest): SessionTimer | null {
  const line = header(request, 'session-expires');
  const seconds = readSeconds(line);
  if (seconds === null || seconds === 0) return null;
  if (!/;\s*refresher\s*=\s*uas/i.test(line ?? '')) return { seconds, refresher: 'uac' };
  return takesUpdate(request) ? { seconds, refresher: 'uas' } : null;
}

export const takesUpdate = (request: SipRequest): boolean =>
  headerValues(request, 'allow').some((method) => method.toUpperCase() === 'UPDATE');

export function timerHeaders(request: SipRequest, timer: SessionTimer | null): SipHeader[] {
  if (!timer) return [];
  const supported = [...headerTokens(request, 'supported'), ...headerTokens(request, 'require')].includes('timer');
  return [
    { name: 'session-expires', value: `${timer.seconds};refresher=${timer.refresher}` },
    ...(supported && timer.refresher === 'uac' ? [{ name: 'require', value: 'timer' }] : []),
  ];
}

/** The address of a Contact; null: none, or one that says nothing. */
export function targetOf(request: SipRequest): string | null {
  const [contact] = headerValues(request, 'contact');
  const uri = contact && readNameAddress(contact).uri;
  return uri && /^sips?:/i.test(uri) ? uri : null;
}
