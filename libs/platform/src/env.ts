import { resolve } from 'node:path';
import { z } from 'zod';
import { FAULT_POINTS } from './fault-point.js';

const flag = z.enum(['0', '1']).transform((v) => v === '1');
const path = z
  .string()
  .min(1)
  .transform((p) => resolve(p));

/** Every setting of the product. Nothing else reads `process.env`; `.env.example` is held equal to it by a test. */
export const envSchema = z.object({
  /** Where the API listens. */
  SHOUWEN_HOST: z.string().default('127.0.0.1'),
  SHOUWEN_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Everything that the embedded profile stores. */
  SHOUWEN_DATA_DIR: path.default(() => resolve('.data')),
  /** The runtime role's connection: it can neither UPDATE nor DELETE the journal. */
  SHOUWEN_DATABASE_URL: z.string().min(1),
  /** Sealed objects, the two copies of the recording keys and the keyring; by default folders of the data directory. */
  SHOUWEN_OBJECT_DIR: path.optional(),
  SHOUWEN_KEY_DIR: path.optional(),
  SHOUWEN_KEY_COPY_DIR: path.optional(),
  SHOUWEN_KEYRING_FILE: path.optional(),
  /** Ed25519 key that signs the journal's heads, and the folder outside the database that they are written to. */
  SHOUWEN_JOURNAL_KEY_FILE: path.optional(),
  SHOUWEN_JOURNAL_HEADS_DIR: path.optional(),
  /** Largest accepted recording, bytes. */
  SHOUWEN_MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(2 * 1024 ** 3),
  /** 1 sends the session cookie over https only; set it wherever browsers come over a network. */
  SHOUWEN_COOKIE_SECURE: flag.default(false),
  /** 1 lets decoders and engines run without bubblewrap: they handle hostile input, so this is for development only. */
  SHOUWEN_ALLOW_UNSANDBOXED: flag.default(false),
  /** Kills the process at a named place, to prove that nothing is lost there. For tests. */
  SHOUWEN_FAULT_POINT: z.enum(FAULT_POINTS).optional(),
  SHOUWEN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = ReturnType<typeof parseEnv>;

/** Reads the settings once. Lists every problem, not the first. */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings cannot be used:\n${problems.join('\n')}`);
  }
  const env = parsed.data;
  const within = (folder: string) => resolve(env.SHOUWEN_DATA_DIR, folder);
  return {
    host: env.SHOUWEN_HOST,
    port: env.SHOUWEN_PORT,
    dataDir: env.SHOUWEN_DATA_DIR,
    databaseUrl: env.SHOUWEN_DATABASE_URL,
    objectDir: env.SHOUWEN_OBJECT_DIR ?? within('objects'),
    keyDir: env.SHOUWEN_KEY_DIR ?? within('keys'),
    keyCopyDir: env.SHOUWEN_KEY_COPY_DIR ?? within('keys-copy'),
    keyringFile: env.SHOUWEN_KEYRING_FILE ?? within('secrets/keyring.json'),
    journalKeyFile: env.SHOUWEN_JOURNAL_KEY_FILE ?? within('secrets/journal-ed25519.pem'),
    journalHeadsDir: env.SHOUWEN_JOURNAL_HEADS_DIR ?? within('journal-heads'),
    maxUploadBytes: env.SHOUWEN_MAX_UPLOAD_BYTES,
    cookieSecure: env.SHOUWEN_COOKIE_SECURE,
    allowUnsandboxed: env.SHOUWEN_ALLOW_UNSANDBOXED,
    faultPoint: env.SHOUWEN_FAULT_POINT,
    logLevel: env.SHOUWEN_LOG_LEVEL,
  };
}

/** Injection token of the parsed settings. */
export const ENV = Symbol('ENV');
