import { AdtsCounter, looksLikeAdts } from './adts.js';
import { AmrCounter } from './amr.js';
import { AuCounter } from './au.js';
import { FlacCounter } from './flac.js';
import { mp3FrameAt } from './mp3-frame.rules.js';
import { Mp3Counter } from './mp3.js';
import { Mp4Counter } from './mp4.js';
import { OggCounter } from './ogg.js';
import { type SoundCounter } from './sound-counter.js';
import { WavCounter, AiffCounter } from './wav.js';
import { WebmCounter } from './webm.js';

/** Kinds of file that sound is taken in, each with who follows its bytes. */
export const COUNTERS = {
  wav: () => new WavCounter(),
  au: () => new AuCounter(),
  aiff: () => new AiffCounter(),
  mp3: () => new Mp3Counter(),
  ogg: () => new OggCounter(),
  flac: () => new FlacCounter(),
  amr: () => new AmrCounter(),
  adts: () => new AdtsCounter(),
  mp4: () => new Mp4Counter(),
  webm: () => new WebmCounter(),
} as const satisfies Record<string, () => SoundCounter>;
export type SoundContainer = keyof typeof COUNTERS;

/** What a file seems to be that is no recording, so that a person can be told what to do about it. */
export type LooksLike = SoundContainer | NotSound;
type NotSound = 'empty' | 'asf' | 'raw_gsm' | 'video' | 'playlist' | 'html' | 'archive' | 'pdf' | 'text' | 'unknown';

export type Sniffed =
  | { kind: 'sound'; container: SoundContainer }
  | { kind: 'need_more' }
  | { kind: 'unsupported'; looksLike: NotSound };

/** Tells a recording by its content; names and declared types are not asked. `ended`: there are no bytes beyond `start`. */
export function sniffAudio(start: Buffer, ended: boolean): Sniffed {
  if (start.length < ENOUGH_TO_TELL && !ended) return { kind: 'need_more' };
  if (start.length === 0) return { kind: 'unsupported', looksLike: 'empty' };
  const is = looksLike(start.subarray(0, ENOUGH_TO_TELL));
  return is in COUNTERS
    ? { kind: 'sound', container: is as SoundContainer }
    : { kind: 'unsupported', looksLike: is as NotSound };
}

const ENOUGH_TO_TELL = 512;

const SIGNATURES: readonly { at: number; bytes: string; is: LooksLike }[] = [
  { at: 0, bytes: 'ID3', is: 'mp3' },
  { at: 0, bytes: 'OggS', is: 'ogg' },
  { at: 0, bytes: 'fLaC', is: 'flac' },
  { at: 0, bytes: '#!AMR', is: 'amr' },
  { at: 4, bytes: 'ftyp', is: 'mp4' },
  { at: 0, bytes: '\x1aE\xdf\xa3', is: 'webm' },
  // MPEG, Flash: whether there are pictures in it or not.
  { at: 0, bytes: '\0\0\x01\xba', is: 'video' },
  { at: 0, bytes: 'FLV\x01', is: 'video' },
  // Windows Media: sound alone as often as pictures.
  { at: 0, bytes: '0&\xb2u\x8ef\xcf\x11', is: 'asf' },
  { at: 0, bytes: '.snd', is: 'au' },
  { at: 0, bytes: 'dns.', is: 'au' },
  { at: 0, bytes: 'PK\x03\x04', is: 'archive' },
  { at: 0, bytes: 'PK\x05\x06', is: 'archive' },
  { at: 0, bytes: '\x1f\x8b', is: 'archive' },
  { at: 0, bytes: 'BZh', is: 'archive' },
  { at: 0, bytes: '\xfd7zXZ\0', is: 'archive' },
  { at: 0, bytes: '(\xb5/\xfd', is: 'archive' },
  { at: 0, bytes: '7z\xbc\xaf\x27\x1c', is: 'archive' },
  { at: 0, bytes: 'Rar!\x1a\x07', is: 'archive' },
  { at: 257, bytes: 'ustar', is: 'archive' },
  { at: 0, bytes: '%PDF', is: 'pdf' },
  { at: 0, bytes: '#EXTM3U', is: 'playlist' },
  { at: 0, bytes: 'ffconcat', is: 'playlist' },
  { at: 0, bytes: '[playlist]', is: 'playlist' },
];

function looksLike(head: Buffer): LooksLike {
  const latin1 = head.toString('latin1');
  const signature = SIGNATURES.find(({ at, bytes }) => latin1.startsWith(bytes, at));
  if (signature) return signature.is;
  if (latin1.startsWith('RIFF')) return latin1.startsWith('AVI ', 8) ? 'video' : 'wav';
  if (latin1.startsWith('FORM') && /^AIF[FC]$/.test(latin1.slice(8, 12))) return 'aiff';
  if (isRawGsm(head)) return 'raw_gsm';
  if (looksLikeAdts(head)) return 'adts';
  if (mp3FrameAt(head, 0)) return 'mp3';
  if (!isText(head)) return 'unknown';
  const text = latin1.trimStart().toLowerCase();
  return /^(<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)/.test(text) ? 'html' : 'text';
}

/** GSM 06.10 as telephones' voice mail writes it: no header, frames of 33 bytes that all begin with the same four bits. */
function isRawGsm(head: Buffer): boolean {
  const FRAME = 33;
  if (head.length < 4 * FRAME) return false;
  for (let at = 0; at < head.length; at += FRAME) if (((head[at] ?? 0) & 0xf0) !== 0xd0) return false;
  return true;
}

function isText(head: Buffer): boolean {
  return (
    head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) &&
    !head.toString('utf8').slice(0, -1).includes('\uFFFD')
  );
}
