import { readWavHeader, type WavFormat, type WavHeaderProblem } from './wav-header.rules.js';

/** What an upload that is no supported recording seems to be instead, so that a person can be told what to do about it. */
export type LooksLike =
  'empty' | 'wav' | 'mp3' | 'ogg' | 'flac' | 'amr' | 'video' | 'playlist' | 'html' | 'zip' | 'pdf' | 'text' | 'unknown';

export type Sniffed =
  | { kind: 'wav'; format: WavFormat }
  | { kind: 'need_more' }
  /** `problem` is there when it is a WAVE file that we cannot take. */
  | { kind: 'unsupported'; looksLike: LooksLike; problem?: WavHeaderProblem };

/** Tells a recording by its content; names and declared types are not asked. `ended`: there are no bytes beyond `start`. */
export function sniffAudio(start: Buffer, ended: boolean): Sniffed {
  if (start.length === 0) return ended ? { kind: 'unsupported', looksLike: 'empty' } : { kind: 'need_more' };
  const reading = readWavHeader(start, ended);
  if (reading.state === 'read') return { kind: 'wav', format: reading.format };
  if (reading.state === 'need_more') return { kind: 'need_more' };
  if (reading.problem.code !== 'not_wav') return { kind: 'unsupported', looksLike: 'wav', problem: reading.problem };
  if (start.length < ENOUGH_TO_TELL && !ended) return { kind: 'need_more' };
  return { kind: 'unsupported', looksLike: looksLike(start) };
}

const ENOUGH_TO_TELL = 512;

const SIGNATURES: readonly { at: number; bytes: string; is: LooksLike }[] = [
  { at: 0, bytes: 'ID3', is: 'mp3' },
  { at: 0, bytes: 'OggS', is: 'ogg' },
  { at: 0, bytes: 'fLaC', is: 'flac' },
  { at: 0, bytes: '#!AMR', is: 'amr' },
  { at: 4, bytes: 'ftyp', is: 'video' },
  { at: 0, bytes: '\x1aE\xdf\xa3', is: 'video' },
  { at: 0, bytes: 'PK\x03\x04', is: 'zip' },
  { at: 0, bytes: '\x1f\x8b', is: 'zip' },
  { at: 0, bytes: '%PDF', is: 'pdf' },
  { at: 0, bytes: '#EXTM3U', is: 'playlist' },
  { at: 0, bytes: 'ffconcat', is: 'playlist' },
];

function looksLike(start: Buffer): LooksLike {
  const head = start.subarray(0, ENOUGH_TO_TELL);
  const latin1 = head.toString('latin1');
  const signature = SIGNATURES.find(({ at, bytes }) => latin1.startsWith(bytes, at));
  if (signature) return signature.is;
  if (latin1.startsWith('RIFF') && latin1.startsWith('AVI ', 8)) return 'video';
  if (isMpegAudioFrame(head)) return 'mp3';
  if (!isText(head)) return 'unknown';
  const text = latin1.trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)/.test(text)) return 'html';
  return 'text';
}

/** ISO 11172-3 §2.4.1.3: eleven sync bits, then neither the reserved version, layer, bit rate nor sampling frequency. */
function isMpegAudioFrame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const synchronised = first === 0xff && (second & 0xe0) === 0xe0;
  return (
    synchronised && (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c
  );
}

function isText(head: Buffer): boolean {
  return (
    head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) &&
    !head.toString('utf8').slice(0, -1).includes('\uFFFD')
  );
}
