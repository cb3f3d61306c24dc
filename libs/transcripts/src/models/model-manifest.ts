import { z } from 'zod';

/** Languages as a model knows them: BCP 47, Cantonese (`yue`) and others included. */
const language = z.string().regex(/^[a-z]{2,3}$/);
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/, 'a plain file name');

/** Families of models that are run here, and the files each needs, by role: the first by faster-whisper, the others by sherpa-onnx. */
export const MODEL_ROLES = {
  'faster-whisper': ['model', 'config', 'tokenizer', 'vocabulary'],
  'sense-voice': ['model', 'tokens'],
  paraformer: ['model', 'tokens'],
  whisper: ['encoder', 'decoder', 'tokens'],
  'zipformer-ctc': ['model', 'tokens'],
  transducer: ['encoder', 'decoder', 'joiner', 'tokens'],
  'streaming-transducer': ['encoder', 'decoder', 'joiner', 'tokens'],
  'streaming-paraformer': ['encoder', 'decoder', 'tokens'],
  'streaming-zipformer-ctc': ['model', 'tokens'],
  'streaming-nemo-ctc': ['model', 'tokens'],
  'silero-vad': ['model'],
} as const satisfies Record<string, readonly string[]>;
export type ModelKind = keyof typeof MODEL_ROLES;

export const modelKindSchema = z.enum(Object.keys(MODEL_ROLES) as [ModelKind, ...ModelKind[]]);
export const modelNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'letters, digits, ".", "_" and "-"');

/**
 * What a model is: `model.json` in its folder. It says what the files are for and what they were when they were installed; nothing in the
 * product guesses by file name.
 */
export const modelManifestSchema = z
  .object({
    format: z.literal('shouwen.model/1'),
    name: modelNameSchema,
    kind: modelKindSchema,
    languages: z.array(language).max(200),
    /** Hz. */
    sampleRate: z.number().int().min(8_000).max(48_000),
    /**
     * Hz from which on recordings are trusted; below it the words are marked unreliable. By default the rate it was trained on: that a model
     * understands telephone sound is for the operator to measure (`npm run eval:asr`) and to say.
     */
    reliableFromHz: z.number().int().min(8_000).max(48_000),
    /** As its publisher names it; for a person to read. */
    licence: z.string().max(300),
    /** Where it came from: an address, a package, or a folder of the operator's. */
    source: z.string().max(500),
    /** SHA-256 of the archive as fetched; null for a folder. */
    archiveSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    /** Who vouches for that checksum. `first-use`: no publisher does; it is the checksum of the first download. */
    trust: z.enum(['catalogue', 'operator', 'first-use', 'local']),
    files: z.record(
      z.string().regex(/^[a-zA-Z]{1,20}$/),
      z
        .object({ path: fileName, bytes: z.number().int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
        .strict(),
    ),
    /** How a transducer's units are written, for hotwords: characters, or pieces by a vocabulary (role `bpeVocab`). Absent: it takes none. */
    modelingUnit: z.enum(['cjkchar', 'bpe', 'cjkchar+bpe']).optional(),
  })
  .strict()
  .refine(({ kind, files }) => MODEL_ROLES[kind].every((role) => role in files), {
    message: 'a file that this kind of model needs is not named',
    path: ['files'],
  });
export type ModelManifest = z.infer<typeof modelManifestSchema>;

export const isStreaming = (kind: ModelKind): boolean => kind.startsWith('streaming-');
/** Those that turn sound into words; the other finds where there is speech. */
export const isRecogniser = (kind: ModelKind): boolean => kind !== 'silero-vad';
