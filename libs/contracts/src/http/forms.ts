/** Requests of several parts (multipart/form-data), as the API's description has them; handlers read them as they come. */

const file = (description: string) => ({ type: 'string', format: 'binary', description });

/** One table as a file. */
export const fileForm = {
  type: 'object',
  required: ['file'],
  properties: { file: file('At most 4 MB.') },
};

/** One file of a telephone system's records. */
export const recordsForm = {
  type: 'object',
  required: ['file'],
  properties: { file: file('As the system wrote it, at most 64 MB; of more, send pieces.') },
};

const EXAMPLE = {
  source: 'pbx-1',
  externalId: '2026-11-24-000123',
  direction: 'inbound',
  startedAt: '2026-11-24T09:30:00+08:00',
  language: 'en',
  region: 'CN',
  consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-3' } },
  customer: { number: '13800002046' },
  legs: [{ staffNumber: '3071', answeredAt: '2026-11-24T09:30:11+08:00', hangupParty: 'customer' }],
  agentChannel: 'left',
  speakers: { SPEAKER_00: 'agent', SPEAKER_01: 'customer' },
};

/** The parts of an upload, in the order in which they must come. */
export const uploadForm = {
  type: 'object',
  required: ['metadata', 'audio'],
  properties: {
    metadata: {
      allOf: [{ $ref: '#/components/schemas/UploadMetadata' }],
      description: 'JSON, as a field, a file or a part of type application/json; must be the first part.',
      example: EXAMPLE,
    },
    audio: file(
      'WAV (PCM, G.711, GSM), AU, AIFF, MP3, Ogg (Opus, Vorbis), FLAC, AMR, AAC or M4A, told apart by content; one or two channels, 12 hours.',
    ),
    transcript: file(
      'Words that came with the call: JSON of Whisper and its kin (openai-whisper, faster-whisper, WhisperX, whisper.cpp, OpenAI), Contact Lens, our own JSON, WebVTT or SubRip.',
    ),
    transcriptLeft: file('In place of `transcript`: the words of the left channel. With `transcriptRight`.'),
    transcriptRight: file('In place of `transcript`: the words of the right channel. With `transcriptLeft`.'),
  },
};
