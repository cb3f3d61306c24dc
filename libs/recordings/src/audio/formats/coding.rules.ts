/** How one kind of recording is read: our word for it decides what ffmpeg is told, and ffmpeg is never asked to guess. */
export interface Coding {
  /** ffmpeg's name of the container. */
  demuxer: string;
  /** ffmpeg's name of the decoder, the only one that it may use. */
  decoder: string;
  mimeType: string;
  /** True where the end of the file must be known before its beginning can be read, so that it does not stream. */
  seeks?: true;
  /** True where the length rests on what an index or a clock in the file says; everywhere else it is counted from frames that came. */
  promises?: true;
}

/** Every coding that is taken, by the name that is in a recording's row. */
export const CODINGS = {
  pcm_u8: { demuxer: 'wav', decoder: 'pcm_u8', mimeType: 'audio/wav' },
  pcm_s16le: { demuxer: 'wav', decoder: 'pcm_s16le', mimeType: 'audio/wav' },
  pcm_s24le: { demuxer: 'wav', decoder: 'pcm_s24le', mimeType: 'audio/wav' },
  pcm_s32le: { demuxer: 'wav', decoder: 'pcm_s32le', mimeType: 'audio/wav' },
  pcm_f32le: { demuxer: 'wav', decoder: 'pcm_f32le', mimeType: 'audio/wav' },
  pcm_mulaw: { demuxer: 'wav', decoder: 'pcm_mulaw', mimeType: 'audio/wav' },
  pcm_alaw: { demuxer: 'wav', decoder: 'pcm_alaw', mimeType: 'audio/wav' },
  gsm_ms: { demuxer: 'wav', decoder: 'gsm_ms', mimeType: 'audio/wav' },
  au_s8: { demuxer: 'au', decoder: 'pcm_s8', mimeType: 'audio/basic' },
  au_s16: { demuxer: 'au', decoder: 'pcm_s16be', mimeType: 'audio/basic' },
  au_s24: { demuxer: 'au', decoder: 'pcm_s24be', mimeType: 'audio/basic' },
  au_s32: { demuxer: 'au', decoder: 'pcm_s32be', mimeType: 'audio/basic' },
  au_f32: { demuxer: 'au', decoder: 'pcm_f32be', mimeType: 'audio/basic' },
  au_mulaw: { demuxer: 'au', decoder: 'pcm_mulaw', mimeType: 'audio/basic' },
  au_alaw: { demuxer: 'au', decoder: 'pcm_alaw', mimeType: 'audio/basic' },
  aiff_s8: { demuxer: 'aiff', decoder: 'pcm_s8', mimeType: 'audio/aiff' },
  aiff_s16: { demuxer: 'aiff', decoder: 'pcm_s16be', mimeType: 'audio/aiff' },
  aiff_s16le: { demuxer: 'aiff', decoder: 'pcm_s16le', mimeType: 'audio/aiff' },
  aiff_s24: { demuxer: 'aiff', decoder: 'pcm_s24be', mimeType: 'audio/aiff' },
  aiff_s32: { demuxer: 'aiff', decoder: 'pcm_s32be', mimeType: 'audio/aiff' },
  aiff_f32: { demuxer: 'aiff', decoder: 'pcm_f32be', mimeType: 'audio/aiff' },
  aiff_mulaw: { demuxer: 'aiff', decoder: 'pcm_mulaw', mimeType: 'audio/aiff' },
  aiff_alaw: { demuxer: 'aiff', decoder: 'pcm_alaw', mimeType: 'audio/aiff' },
  mp3: { demuxer: 'mp3', decoder: 'mp3float', mimeType: 'audio/mpeg' },
  opus: { demuxer: 'ogg', decoder: 'opus', mimeType: 'audio/ogg' },
  vorbis: { demuxer: 'ogg', decoder: 'vorbis', mimeType: 'audio/ogg', promises: true },
  /** In WebM or Matroska, as browsers record. */
  webm_opus: { demuxer: 'matroska', decoder: 'opus', mimeType: 'audio/webm', promises: true },
  webm_vorbis: { demuxer: 'matroska', decoder: 'vorbis', mimeType: 'audio/webm', promises: true },
  flac: { demuxer: 'flac', decoder: 'flac', mimeType: 'audio/flac' },
  amr_nb: { demuxer: 'amr', decoder: 'amrnb', mimeType: 'audio/amr' },
  amr_wb: { demuxer: 'amr', decoder: 'amrwb', mimeType: 'audio/amr-wb' },
  /** In ADTS frames. */
  aac: { demuxer: 'aac', decoder: 'aac', mimeType: 'audio/aac' },
  /** In MP4 with its index before the sound. */
  m4a: { demuxer: 'mov', decoder: 'aac', mimeType: 'audio/mp4', promises: true },
  /** In MP4 with its index behind the sound, as telephones and recorders write it. */
  m4a_index_last: { demuxer: 'mov', decoder: 'aac', mimeType: 'audio/mp4', seeks: true, promises: true },
} as const satisfies Record<string, Coding>;

export type SoundCodec = keyof typeof CODINGS;

/** Whether a length that was read off the frames of a recording is true before anything was decoded. */
export function isCounted(codec: SoundCodec): boolean {
  const { promises }: Coding = CODINGS[codec];
  return !promises;
}

/** What a decoder has to be told about a recording. */
export interface SoundFormat {
  codec: SoundCodec;
  channels: 1 | 2;
  /** Hz. */
  sampleRate: number;
}

/** Largest recording that must be read with seeking: it lies whole in memory while it is decoded. */
export const MAX_SEEKABLE_BYTES = 256 * 1024 * 1024;
/** Longest recording that is taken, by the sound that is in it and not by its bytes: a small file can decode to days. */
export const MAX_RECORDING_MS = 12 * 60 * 60 * 1000;
/** Hz. Below is no speech; above is no telephone, and five times the work for nothing that people hear. */
export const SAMPLE_RATES = { min: 4_000, max: 96_000 } as const;
