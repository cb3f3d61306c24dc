import { opusPacketSamples } from '#recordings/rules';
import { type PayloadFormat } from '../session/media-plane.js';

/** What a payload type holds. `silence`: comfort noise, which is no one's voice; `other`: sound that is kept as it came. */
export type PayloadKind = 'PCMU' | 'PCMA' | 'G722' | 'opus' | 'digits' | 'silence' | 'other';

export function payloadKind({ codec }: PayloadFormat): PayloadKind {
  // As nearly all write it first: it is asked for each packet.
  return KINDS.get(codec) ?? KINDS.get(codec.toLowerCase()) ?? 'other';
}

const KINDS = new Map<string, PayloadKind>([
  ...(['PCMU', 'PCMA', 'G722'] as const).flatMap((name) => [
    [name, name] as const,
    [name.toLowerCase(), name] as const,
  ]),
  ['opus', 'opus'],
  ['telephone-event', 'digits'],
  ['cn', 'silence'],
]);

/** A frame of what is not decoded counts as what nearly all send. */
const USUAL_MS = 20;

/** How long a payload plays, in units of its clock. */
export function playedTicks(format: PayloadFormat, payload: Buffer): number {
  switch (payloadKind(format)) {
    case 'PCMU':
    case 'PCMA':
      return Math.floor(payload.length / Math.max(1, format.channels));
    case 'G722':
      return payload.length;
    case 'opus':
      return Math.round((opusPacketSamples(payload) * format.clockRate) / 48_000);
    case 'other':
      return payload.length === 0 ? 0 : Math.round((USUAL_MS * format.clockRate) / 1000);
    default:
      return 0;
  }
}
