import { type ProvidedContent, type ProvidedTurn, type Read, refuse } from './provided-words.js';
import { speakerNamed } from './speaker-names.rules.js';

/** `00:01:02.345`, with a comma in SRT, hours optional in WebVTT. */
const TIME = String.raw`(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})`;
const TIMING = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t].*)?$`);
/** A name before the text, as people type it into subtitles: `Agent: …`, `客服：…`. */
const NAMED = /^([\p{L} ]{2,20})[:：]\s*/u;
const VOICE = /<v(?:\.[^ >]*)?\s+([^>]*)>/;

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
    const { speaker, said } = readPayload(payload);
    if (said !== '') turns.push({ speaker, fromMs, toMs, text: said });
  }
  return { ok: true, value: { format, turns } };
}

function readPayload(lines: readonly string[]): Pick<ProvidedTurn, 'speaker'> & { said: string } {
  const payload = joinLines(lines);
  const voice = VOICE.exec(payload)?.[1];
  const plain = unescape(payload.replace(/<[^>]*>/g, '')).trim();
  const named = NAMED.exec(plain);
  const bySpeech = speakerNamed(named?.[1]);
  if (voice === undefined && named && bySpeech !== 'unknown')
    return { speaker: bySpeech, said: plain.slice(named[0].length) };
  return { speaker: speakerNamed(voice), said: plain };
}

/** Lines are broken for the eye: Chinese goes on without a space. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((joined, line) => {
    const seamless =
      joined === '' || /[\p{Script=Han}，。！？、；：]$/u.test(joined) || /^[\p{Script=Han}，。！？、；：]/u.test(line);
    return joined + (seamless ? '' : ' ') + line;
  }, '');
}

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
