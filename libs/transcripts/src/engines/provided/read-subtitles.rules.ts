import { type ProvidedContent, type ProvidedTurn, type Read, refuse } from './provided-words.js';
import { speakerCalled, speakerNamed } from './speaker-names.rules.js';

/** `00:01:02.345`, with a comma in SRT, hours optional in WebVTT. */
const TIME = String.raw`(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})`;
const TIMING = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t].*)?$`);
/** A name before the text, as people type it into subtitles: `Agent: …`, `客服：…`. */
const NAMED = /^([\p{L} ]{2,20})[:：]\s*/u;
/**
 * Speakers as tools write them before the text: `[SPEAKER_00]: …` (WhisperX, whisper-ctranslate2), `(speaker 0)…` (whisper.cpp),
 * `Speaker 1: …`, `说话人1：…`.
 */
const LABELLED = [
  /^\[([^\][\n]{1,60})\]:\s*/,
  /^\((speaker [\d?])\)\s*/,
  /^((?:speaker|说话人|发言人)[ _]?[\p{L}\p{N}]{1,3})\s{0,3}[:：]\s*/iu,
];
/** A cue of a karaoke file (`--highlight_words`) goes on in the next one, which underlines the next word. */
const SAME_CUE_MS = 50;

/**
 * Reads the cues of WebVTT (W3C, §4) or SubRip as turns. Speakers come from voice tags (`<v Agent>`) or from a name before the text; other
 * markup is dropped. Notes, styles, regions, cue names and settings are passed over.
 */
export function readSubtitles(text: string, format: 'webvtt' | 'srt'): Read<ProvidedContent> {
  const lines = text.split(/\r\n|\r|\n/);
  const turns: ProvidedTurn[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (!line.includes('-->')) continue;
    const timing = TIMING.exec(line);
    if (!timing) return refuse('invalid_time', { line: at + 1 });
    const [fromMs, toMs] = [milliseconds(timing.slice(1, 5)), milliseconds(timing.slice(5, 9))];
    if (toMs < fromMs) return refuse('time_runs_backwards', { line: at + 1 });
    const payload: string[] = [];
    while (at + 1 < lines.length && lines[at + 1]?.trim() !== '' && !lines[at + 1]?.includes('-->')) {
      at += 1;
      payload.push(lines[at]?.trim() ?? '');
    }
    addCue(turns, { ...readPayload(payload), fromMs, toMs });
  }
  return { ok: true, value: { format, turns } };
}

function addCue(turns: ProvidedTurn[], cue: ProvidedTurn): void {
  const last = turns.at(-1);
  const goesOn = last && last.text === cue.text && Math.abs(cue.fromMs - last.toMs) <= SAME_CUE_MS;
  if (goesOn && last.speaker === cue.speaker && last.label === cue.label) last.toMs = Math.max(last.toMs, cue.toMs);
  else if (cue.text !== '') turns.push(cue);
}

function readPayload(lines: readonly string[]): Pick<ProvidedTurn, 'speaker' | 'label' | 'text'> {
  const { plain, voice } = withoutTags(joinLines(lines));
  const text = unescape(plain).trim();
  if (voice !== null) return { ...speakerCalled(unescape(voice)), text };
  const named = NAMED.exec(text);
  const speaker = speakerNamed(named?.[1]);
  if (named && speaker !== 'unknown') return { speaker, text: text.slice(named[0].length) };
  for (const pattern of LABELLED) {
    const labelled = pattern.exec(text);
    if (labelled) return { ...speakerCalled(labelled[1]), text: text.slice(labelled[0].length) };
  }
  return { speaker: 'unknown', text };
}

/** What is between the tags, and whom the first voice tag names. One pass: a text of `<` alone costs no more than another. */
function withoutTags(payload: string): { plain: string; voice: string | null } {
  const parts: string[] = [];
  let [at, voice]: [number, string | null] = [0, null];
  for (;;) {
    const open = payload.indexOf('<', at);
    const close = open < 0 ? -1 : payload.indexOf('>', open);
    if (close < 0) break;
    parts.push(payload.slice(at, open));
    voice ??= voiceOf(payload.slice(open + 1, close));
    at = close + 1;
  }
  return { plain: parts.join('') + payload.slice(at), voice };
}

/** `v Agent`, `v.loud Agent` → `Agent`. */
function voiceOf(tag: string): string | null {
  if (!/^v[.\s]/.test(tag)) return null;
  const space = tag.search(/\s/);
  return space < 0 ? null : tag.slice(space).trim();
}

/** Lines are broken for the eye: Chinese goes on without a space. */
function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const seamless = before === undefined || endsSeamless(before) || SEAMLESS.test(line.slice(0, 2));
    parts.push(seamless ? line : ` ${line}`);
  }
  return parts.join('');
}

const SEAMLESS = /^[\p{Script=Han}，。！？、；：]/u;
const endsSeamless = (line: string): boolean => SEAMLESS.test([...line.slice(-2)].at(-1) ?? '');

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&(nbsp|lrm|rlm);/g, ' ')
    .replace(/&amp;/g, '&');
}

function milliseconds([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}
