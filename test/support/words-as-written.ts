import { type Language } from '#contracts';
import { type SampleTurn } from '../../tools/samples/sounds.js';

const clock = (ms: number, between: '.' | ','): string =>
  new Date(ms).toISOString().slice(11, 23).replace('.', between);
const nameOf = ({ speaker }: SampleTurn): string => (speaker === 'agent' ? 'Agent' : 'Customer');

/** The words as other tools write them down. */
export const FORMS = {
  'our JSON': (language: Language, turns: readonly SampleTurn[]) => JSON.stringify({ language, turns }),
  'Whisper’s verbose JSON': (language: Language, turns: readonly SampleTurn[], durationMs: number) =>
    JSON.stringify({
      ...{ task: 'transcribe', language: language === 'en' ? 'english' : 'chinese', duration: durationMs / 1000 },
      text: turns.map(({ text }) => text).join(' '),
      segments: turns.map(({ fromMs, toMs, text }, id) => ({
        ...{ id, seek: 0, start: fromMs / 1000, end: toMs / 1000, text, tokens: [1], temperature: 0 },
        ...{ avg_logprob: -0.2, compression_ratio: 1.3, no_speech_prob: 0.01 },
      })),
    }),
  'Contact Lens': (language: Language, turns: readonly SampleTurn[]) =>
    JSON.stringify({
      ...{ Channel: 'VOICE', JobStatus: 'COMPLETED', LanguageCode: language === 'en' ? 'en-US' : 'zh-CN' },
      Participants: ['AGENT', 'CUSTOMER'].map((role) => ({ ParticipantId: role, ParticipantRole: role })),
      Transcript: turns.map((turn) => ({
        ...{ ParticipantId: nameOf(turn).toUpperCase(), Content: turn.text },
        ...{ BeginOffsetMillis: turn.fromMs, EndOffsetMillis: turn.toMs },
      })),
    }),
  WebVTT: (_: Language, turns: readonly SampleTurn[]) =>
    `WEBVTT\n\n${turns
      .map((turn) => `${clock(turn.fromMs, '.')} --> ${clock(turn.toMs, '.')}\n<v ${nameOf(turn)}>${turn.text}</v>\n`)
      .join('\n')}`,
  SubRip: (_: Language, turns: readonly SampleTurn[]) =>
    turns
      .map(
        (turn, at) =>
          `${at + 1}\n${clock(turn.fromMs, ',')} --> ${clock(turn.toMs, ',')}\n${nameOf(turn)}: ${turn.text}\n`,
      )
      .join('\n'),
} as const;
