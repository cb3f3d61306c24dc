import { z } from 'zod';
import { type ProvidedContent, type ProvidedTurn, type Read, refuse } from './provided-words.js';
import { parseProvidedJson } from './parse-provided-json.rules.js';
import { readContactLens } from './read-contact-lens.rules.js';
import { readOwnJson } from './read-own-json.rules.js';
import { readSubtitles } from './read-subtitles.rules.js';
import { readWhisperCpp } from './read-whisper-cpp.rules.js';
import { readWhisperJson } from './read-whisper-json.rules.js';

/** Six hours of talk in the wordiest format we know; more is no transcript, and parsing it would hold up all other calls. */
export const MAX_PROVIDED_BYTES = 4 * 1024 * 1024;

/** Two files, one for each channel, as they are kept. */
export const TWO_CHANNELS = 'shouwen.two-channels/1';
const twoChannelsSchema = z.object({ format: z.literal(TWO_CHANNELS), left: z.string(), right: z.string() });

/** Tells by content which format words came in, and reads them. Names and declared types are not asked. */
export function readProvidedWords(bytes: Buffer): Read<ProvidedContent> {
  if (bytes.length > MAX_PROVIDED_BYTES) return refuse('too_large', { byte: MAX_PROVIDED_BYTES });
  const bad = firstBadByte(bytes);
  if (bad !== null) return refuse('not_utf8', { byte: bad });
  return readText(bytes.toString('utf8'));
}

function readText(encoded: string): Read<ProvidedContent> {
  const text = encoded.replace(/^\uFEFF/, '');
  if (text.trim() === '') return refuse('empty');
  const read = readAs(text);
  return read.ok && read.value.turns.length === 0 ? refuse('empty') : read;
}

function readAs(text: string): Read<ProvidedContent> {
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return readSubtitles(text, 'webvtt');
  const begin = text.trimStart();
  if (begin.startsWith('{') || begin.startsWith('[')) return readJson(text);
  return isSubRip(begin) ? readSubtitles(text, 'srt') : refuse('unknown_format');
}

/** A number alone on a line, and a time on the next that is not empty. */
function isSubRip(begin: string): boolean {
  const [number, timing] = begin
    .slice(0, 400)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return /^\d+$/.test(number ?? '') && /^[\d:]+[,.]\d+\s{0,9}-->/.test(timing ?? '');
}

function readJson(text: string): Read<ProvidedContent> {
  const parsed = parseProvidedJson(text);
  if (!parsed.ok) return parsed;
  const { value: json } = parsed;
  if (typeof json !== 'object' || json === null) return refuse('invalid_shape', { path: '' });
  if ('format' in json && json.format === TWO_CHANNELS) return readTwoChannels(json);
  if ('turns' in json) return readOwnJson(json);
  if ('segments' in json) return readWhisperJson(json);
  if ('transcription' in json) return readWhisperCpp(json);
  if ('Transcript' in json || 'Participants' in json) return readContactLens(json);
  const [first] = Array.isArray(json) ? (json as unknown[]) : [];
  if (typeof first === 'object' && first !== null && 'start' in first) return readWhisperJson(json);
  return refuse('unknown_format');
}

/** Silence on one channel is no fault: that side was listening. */
function readTwoChannels(json: object): Read<ProvidedContent> {
  const parsed = twoChannelsSchema.safeParse(json);
  if (!parsed.success) return refuse('invalid_shape', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const turns: ProvidedTurn[] = [];
  let language: ProvidedContent['language'];
  for (const channel of ['left', 'right'] as const) {
    const read = readText(parsed.data[channel]);
    if (!read.ok && read.refusal.code === 'empty') continue;
    if (!read.ok) return refuse(read.refusal.code, { ...read.refusal.at, channel });
    if (language && read.value.language && read.value.language !== language)
      return refuse('language_mismatch', { channel });
    language ??= read.value.language;
    turns.push(...read.value.turns.map((turn): ProvidedTurn => ({ ...turn, speaker: 'unknown', channel })));
  }
  return { ok: true, value: { format: 'two-channels', turns, ...(language && { language }) } };
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
