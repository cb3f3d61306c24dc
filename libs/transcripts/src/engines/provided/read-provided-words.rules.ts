import { type ProvidedContent, type Read, refuse } from './provided-words.js';
import { readContactLens } from './read-contact-lens.rules.js';
import { readOwnJson } from './read-own-json.rules.js';
import { readSubtitles } from './read-subtitles.rules.js';
import { readWhisperJson } from './read-whisper-json.rules.js';

/** Six hours of talk in the wordiest format we know; more is no transcript, and parsing it would hold up everybody else. */
export const MAX_PROVIDED_BYTES = 4 * 1024 * 1024;

/** Tells by content which format words came in, and reads them. Names and declared types are not asked. */
export function readProvidedWords(bytes: Buffer): Read<ProvidedContent> {
  if (bytes.length > MAX_PROVIDED_BYTES) return refuse('too_large', { byte: MAX_PROVIDED_BYTES });
  const bad = firstBadByte(bytes);
  if (bad !== null) return refuse('not_utf8', { byte: bad });
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return refuse('empty');
  const read = readAs(text);
  return read.ok && read.value.turns.length === 0 ? refuse('empty') : read;
}

function readAs(text: string): Read<ProvidedContent> {
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return readSubtitles(text, 'webvtt');
  if (/^\s*[[{]/.test(text)) return readJson(text);
  if (/^\s*\d+\s*[\r\n]+\s*[\d:]+[,.]\d+\s*-->/.test(text)) return readSubtitles(text, 'srt');
  return refuse('unknown_format');
}

function readJson(text: string): Read<ProvidedContent> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // The position is all we may pass on: the message quotes the text.
    const position = /position (\d+)/.exec(String(error))?.[1];
    return refuse(
      'invalid_json',
      position === undefined ? {} : { byte: Buffer.byteLength(text.slice(0, Number(position))) },
    );
  }
  if (typeof json !== 'object' || json === null) return refuse('invalid_shape', { path: '' });
  if ('turns' in json) return readOwnJson(json);
  if ('segments' in json) return readWhisperJson(json);
  if ('Transcript' in json || 'Participants' in json) return readContactLens(json);
  return refuse('unknown_format');
}

/** Offset of the first byte that is not UTF-8, or null. */
function firstBadByte(bytes: Buffer): number | null {
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(bytes.length)) return endsInsideCharacter(bytes) ? bytes.length : null;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

function endsInsideCharacter(bytes: Buffer): boolean {
  return bytes.subarray(-3).toString('utf8').endsWith('\uFFFD') && !bytes.subarray(-3).equals(Buffer.from('\uFFFD'));
}
