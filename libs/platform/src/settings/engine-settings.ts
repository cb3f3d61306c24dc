import { resolve } from 'node:path';
import { z } from 'zod';

const list = <T extends z.ZodString | z.ZodEnum>(of: T, standard: string) =>
  z
    .string()
    .default(standard)
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== ''))
    .pipe(z.array(of as z.ZodType<string, string>));

/** An engine, or one model of it: `sherpa-onnx`, `sherpa-onnx/sense-voice-2024-07-17`. */
const engine = z
  .string()
  .regex(/^(?:faster-whisper|sherpa-onnx|openai|pocketsphinx)(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/, {
    error: 'it must list engines: faster-whisper, sherpa-onnx, openai, pocketsphinx, or one model as sherpa-onnx/NAME',
  });
const host = z.string().regex(/^(?:[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/, {
  error: 'it must list hosts, with a port if only that one is meant: asr.example.cn,10.0.0.5:8000',
});

/** Settings of the engines that turn sound into words. */
export const engineSettings = {
  /** Where `npm run models` puts what it fetched; by default a folder of the data directory. */
  SHOUWEN_MODELS_DIR: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
  /** Which engines are used, the preferred one first; what is not named is not used. */
  SHOUWEN_ENGINES: list(engine, 'sherpa-onnx,openai,faster-whisper,pocketsphinx'),
  /** The same for one language. */
  SHOUWEN_ENGINES_ZH: list(engine, '').optional(),
  SHOUWEN_ENGINES_EN: list(engine, '').optional(),
  /** Processor threads that one local recogniser may use. */
  SHOUWEN_ENGINE_THREADS: z.coerce.number().int().min(1).max(64).default(2),
  /** Recordings that one worker process recognises at once. Words that came with their call do not wait for them. */
  SHOUWEN_RECOGNITION_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(1),
  /** A server with `/audio/transcriptions` below this address, as OpenAI's has. */
  SHOUWEN_OPENAI_URL: z
    .string()
    .regex(/^https?:\/\/[^/@?#]+(?:\/[^?#]*)?$/, { error: 'it must have the form https://HOST:PORT/v1' })
    .optional(),
  SHOUWEN_OPENAI_MODEL: z.string().min(1).max(200).default('whisper-1'),
  SHOUWEN_OPENAI_LANGUAGES: list(z.enum(['zh', 'en']), 'zh,en'),
  SHOUWEN_OPENAI_KEY_FILE: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
  /** Hz from which on recordings are trusted to that model; below it, words are marked unreliable. */
  SHOUWEN_OPENAI_RELIABLE_FROM_HZ: z.coerce.number().int().min(8_000).max(48_000).default(16_000),
  /** Seconds that one piece of at most half a minute may take there. */
  SHOUWEN_OPENAI_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(3600).default(120),
  /** Hosts that sound may be sent to. Empty: none, not even this machine's own servers. */
  SHOUWEN_EGRESS_HOSTS: list(host, ''),
};

type Given = z.infer<z.ZodObject<typeof engineSettings>>;
/** Engines by name, the preferred one first, for each language. */
export type EngineOrder = Readonly<Record<'zh' | 'en', readonly string[]>>;

/** What the settings say of engines, in one place. */
export interface EngineSettings {
  modelsDir: string;
  order: EngineOrder;
  threads: number;
  /** Recordings recognised at once by a worker process. */
  concurrency: number;
  /** Hosts, or `host:port`, in lower case. */
  egressHosts: readonly string[];
  openai?: {
    url: string;
    model: string;
    languages: readonly ('zh' | 'en')[];
    key: string | undefined;
    reliableFromHz: number;
    timeoutMs: number;
  };
}

export function readEngineSettings(given: Given, openaiKey: string | undefined, dataDir: string): EngineSettings {
  const url = given.SHOUWEN_OPENAI_URL?.replace(/\/+$/, '');
  const byLanguage = (own: readonly string[] | undefined) => (own && own.length > 0 ? own : given.SHOUWEN_ENGINES);
  return {
    modelsDir: given.SHOUWEN_MODELS_DIR ?? resolve(dataDir, 'models'),
    order: { zh: byLanguage(given.SHOUWEN_ENGINES_ZH), en: byLanguage(given.SHOUWEN_ENGINES_EN) },
    threads: given.SHOUWEN_ENGINE_THREADS,
    concurrency: given.SHOUWEN_RECOGNITION_CONCURRENCY,
    egressHosts: given.SHOUWEN_EGRESS_HOSTS.map((host) => host.toLowerCase()),
    ...(url && {
      openai: {
        url,
        model: given.SHOUWEN_OPENAI_MODEL,
        languages: given.SHOUWEN_OPENAI_LANGUAGES as ('zh' | 'en')[],
        key: openaiKey,
        reliableFromHz: given.SHOUWEN_OPENAI_RELIABLE_FROM_HZ,
        timeoutMs: given.SHOUWEN_OPENAI_TIMEOUT_SECONDS * 1000,
      },
    }),
  };
}
