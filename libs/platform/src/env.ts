import { resolve } from 'node:path';
import { z } from 'zod';
import { moduleNameSchema } from '#contracts';
import { FAULT_POINTS } from './fault-point.js';
import { captureProblems, captureSettings, readCaptureSettings } from './settings/capture-settings.js';
import { careSettings, readCareSettings } from './settings/care-settings.js';
import { databaseSettings, readPools } from './settings/database-settings.js';
import { diskSettings, readDiskSettings } from './settings/disk-settings.js';
import {
  doorSettings,
  readDoorSettings,
  breakGlassSettings,
  readBreakGlassSettings,
} from './settings/door-settings.js';
import { engineSettings, readEngineSettings } from './settings/engine-settings.js';
import { logSettings, readLogSettings } from './settings/log-settings.js';
import { mailProblems, mailSettings, readMailSettings } from './settings/mail-settings.js';
import { providerProblems, providerSettings, readProviderSettings } from './settings/provider-settings.js';
import { placeProblems, placeSettings, readPlace, samePlaceProblems } from './settings/place-settings.js';
import { profileProblems, type Chosen } from './settings/profile.rules.js';
import { readScorerSettings, scorerProblems, scorerSettings } from './settings/scorer-settings.js';
import { readSecrets, type SecretName } from './settings/secret-files.js';
import { weakSecretProblems } from './settings/weak-secrets.rules.js';
import { readWatchedSettings, watchedSettings } from './settings/watched-settings.js';
import { webhookSettings } from './settings/webhook-settings.js';

const flag = z.enum(['0', '1']).transform((v) => v === '1');
const path = z
  .string()
  .min(1)
  .transform((p) => resolve(p));
const url = (protocols: string, form: string) =>
  z.string().regex(new RegExp(`^(?:${protocols})://[^/]`), { error: `it must have the form ${form}` });

/** Every setting of the product. Nothing else reads `process.env`; `.env.example` is held equal to it by a test. */
export const envSchema = z.object({
  /** Where the API listens. */
  SHOUWEN_HOST: z.string().default('127.0.0.1'),
  SHOUWEN_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Everything that the embedded profile stores. */
  SHOUWEN_DATA_DIR: path.default(() => resolve('.data')),
  /** The services that the product runs on: bundled, or of your own. See `settings/profile.rules.ts` for what belongs together. */
  SHOUWEN_PROFILE: z.enum(['embedded', 'production']).default('embedded'),
  /** The runtime role's connection: it can neither UPDATE nor DELETE the journal. `_FILE`: the path of a file that holds it. */
  SHOUWEN_DATABASE_URL: z.string().min(1).optional(),
  SHOUWEN_DATABASE_URL_FILE: path.optional(),
  /** The owner's connection, for `npm run migrate` alone; API and worker do not look at it. */
  SHOUWEN_DATABASE_OWNER_URL: z.string().min(1).optional(),
  SHOUWEN_DATABASE_OWNER_URL_FILE: path.optional(),
  /** Redis or Valkey, for hints to the workers: `redis://` or `rediss://`. */
  SHOUWEN_REDIS_URL: url('rediss?', 'redis://HOST:PORT').optional(),
  SHOUWEN_REDIS_URL_FILE: path.optional(),
  /** The bucket of the sealed objects. No endpoint: AWS itself. No access key: the SDK's own search (environment, instance role, …). */
  SHOUWEN_S3_BUCKET: z.string().min(3).optional(),
  SHOUWEN_S3_REGION: z.string().min(1).optional(),
  SHOUWEN_S3_ENDPOINT: url('https?', 'https://HOST:PORT').optional(),
  /** 1 names the bucket in the path instead of the host; by default so wherever an endpoint is given. */
  SHOUWEN_S3_PATH_STYLE: flag.optional(),
  SHOUWEN_S3_ACCESS_KEY_ID_FILE: path.optional(),
  SHOUWEN_S3_SECRET_ACCESS_KEY_FILE: path.optional(),
  /** The AWS KMS key (ARN, id or alias) that wraps recording keys, in place of the keyring file. */
  SHOUWEN_KMS_KEY_ID: z.string().min(1).optional(),
  SHOUWEN_KMS_REGION: z.string().min(1).optional(),
  SHOUWEN_KMS_ENDPOINT: url('https?', 'https://HOST:PORT').optional(),
  SHOUWEN_KMS_ACCESS_KEY_ID_FILE: path.optional(),
  SHOUWEN_KMS_SECRET_ACCESS_KEY_FILE: path.optional(),
  /** The second place of the sealed objects, that of the database's backups, that of signed heads: a folder, or a bucket with its own key. */
  ...placeSettings,
  ...careSettings,
  /** Connections, and the size of the bundled server. */
  ...databaseSettings,
  ...diskSettings,
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
  /** Seconds by which the clock of a system that sends calls may differ from ours. */
  SHOUWEN_CLOCK_SKEW_SECONDS: z.coerce.number().int().min(0).max(86_400).default(300),
  /** RFC 3161 time-stamping authority that packages of evidence are dated by; its host must be among SHOUWEN_EGRESS_HOSTS. */
  SHOUWEN_TSA_URL: url('https?', 'https://HOST/PATH').optional(),
  ...engineSettings,
  ...scorerSettings,
  ...webhookSettings,
  ...breakGlassSettings,
  ...mailSettings,
  ...providerSettings,
  ...doorSettings,
  ...logSettings,
  ...watchedSettings,
  ...captureSettings,
  /** Names of modules that are not used here, between commas: their routes, screens and schedules are gone, and their data is still looked after. */
  SHOUWEN_MODULES_OFF: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((name) => name.trim() || []))
    .pipe(z.array(moduleNameSchema)),
  /** 1 sends the session cookie over https only; set it wherever browsers come over a network. */
  SHOUWEN_COOKIE_SECURE: flag.default(false),
  /** 1 lets decoders and engines run without bubblewrap: they handle hostile input, so this is for development only. */
  SHOUWEN_ALLOW_UNSANDBOXED: flag.default(false),
  /** Kills the process at a named place, to prove that nothing is lost there. For tests. */
  SHOUWEN_FAULT_POINT: z.enum(FAULT_POINTS).optional(),
  SHOUWEN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = ReturnType<typeof parseEnv>;

/** An access key of S3 or KMS; without one the SDK looks for itself. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/** Reads the settings once. Lists every problem, not the first. Their words hold no secret. */
export function parseEnv(source: Record<string, string | undefined>) {
  const { env, secrets, copy, backups, heads } = readSettings(source, 'SHOUWEN_DATABASE_URL');
  const within = (folder: string) => resolve(env.SHOUWEN_DATA_DIR, folder);
  return {
    host: env.SHOUWEN_HOST,
    port: env.SHOUWEN_PORT,
    dataDir: env.SHOUWEN_DATA_DIR,
    profile: env.SHOUWEN_PROFILE,
    databaseUrl: secrets.SHOUWEN_DATABASE_URL ?? '',
    /** Where hints to the workers go; without it into the database. */
    redisUrl: secrets.SHOUWEN_REDIS_URL,
    s3: s3Settings(env, secrets),
    kms: kmsSettings(env, secrets),
    objectDir: objectDirOf(env),
    /** Where copies of the objects lie, if anywhere. */
    objectCopy: copy,
    /** Where backups of the database lie. */
    backupPlace: backups ?? { dir: within('backups') },
    backupHasOwnPlace: backups !== undefined,
    ...readCareSettings(env),
    database: readPools(env),
    ...readDiskSettings(env),
    keyDir: env.SHOUWEN_KEY_DIR ?? within('keys'),
    keyCopyDir: env.SHOUWEN_KEY_COPY_DIR ?? within('keys-copy'),
    keyringFile: env.SHOUWEN_KEYRING_FILE ?? within('secrets/keyring.json'),
    journalKeyFile: env.SHOUWEN_JOURNAL_KEY_FILE ?? within('secrets/journal-ed25519.pem'),
    journalHeadsDir: env.SHOUWEN_JOURNAL_HEADS_DIR ?? within('journal-heads'),
    /** Where the newest signed head is carried every hour, if anywhere. */
    journalHeadsCopy: heads,
    clockSkewMs: env.SHOUWEN_CLOCK_SKEW_SECONDS * 1000,
    tsaUrl: env.SHOUWEN_TSA_URL,
    maxUploadBytes: env.SHOUWEN_MAX_UPLOAD_BYTES,
    engines: readEngineSettings(env, secrets.SHOUWEN_OPENAI_KEY, env.SHOUWEN_DATA_DIR),
    scorer: readScorerSettings(env, secrets.SHOUWEN_SCORER_KEY),
    ...readDoorSettings(env),
    breakGlass: readBreakGlassSettings(env),
    /** Outgoing mail; undefined: off. */
    mail: readMailSettings(env, secrets.SHOUWEN_SMTP_PASSWORD),
    /** The company's identity provider; undefined: people sign in by password and passkey alone. */
    provider: readProviderSettings(env, secrets.SHOUWEN_OIDC_CLIENT_SECRET),
    /** Where browsers find the product, for links. */
    publicUrl: env.SHOUWEN_PUBLIC_URL ?? `http://127.0.0.1:${env.SHOUWEN_PORT}`,
    logFiles: readLogSettings(env),
    ...readWatchedSettings(env),
    ...readCaptureSettings(env, secrets.SHOUWEN_ARI_PASSWORD),
    webhookAllowRanges: env.SHOUWEN_WEBHOOK_ALLOW_RANGES,
    modulesOff: env.SHOUWEN_MODULES_OFF,
    cookieSecure: env.SHOUWEN_COOKIE_SECURE,
    allowUnsandboxed: env.SHOUWEN_ALLOW_UNSANDBOXED,
    faultPoint: env.SHOUWEN_FAULT_POINT,
    logLevel: env.SHOUWEN_LOG_LEVEL,
  };
}

/** What `npm run migrate` needs: who may create tables and roles, and the connection that the runtime role is to have. */
export function parseMigrationEnv(source: Record<string, string | undefined>): {
  ownerUrl: string;
  runtimeUrl: string;
} {
  const { secrets } = readSettings(source, 'SHOUWEN_DATABASE_URL', 'SHOUWEN_DATABASE_OWNER_URL');
  return { ownerUrl: secrets.SHOUWEN_DATABASE_OWNER_URL ?? '', runtimeUrl: secrets.SHOUWEN_DATABASE_URL ?? '' };
}

type Settings = z.infer<typeof envSchema>;
type Secrets = Partial<Record<SecretName, string>>;

function readSettings(source: Record<string, string | undefined>, ...needed: SecretName[]) {
  const given = Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
  const parsed = envSchema.safeParse(given);
  const { secrets, problems } = readSecrets(given);
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  // A file that cannot be read is told of by its own name.
  const missing = needed.filter((name) => secrets[name] === undefined && given[`${name}_FILE`] === undefined);
  problems.push(
    ...missing.map((name) => `${name}: it must be set`),
    ...profileProblems(chosenIn(given)),
    ...scorerProblems(given),
    ...mailProblems(given),
    ...providerProblems(given),
    ...placeProblems(given),
    ...captureProblems(given),
    // The bundled services' secrets are made at random.
    ...(given['SHOUWEN_PROFILE'] === 'production' ? weakSecretProblems(secrets) : []),
  );
  const copy = readPlace('SHOUWEN_OBJECT_COPY', given, secrets);
  if (parsed.success)
    problems.push(
      ...samePlaceProblems(copy, { objectDir: objectDirOf(parsed.data), s3: s3Settings(parsed.data, secrets) }),
    );
  if (!parsed.success || problems.length > 0)
    throw new Error(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  const [backups, heads] = (['SHOUWEN_BACKUP', 'SHOUWEN_JOURNAL_HEADS_COPY'] as const).map((prefix) =>
    readPlace(prefix, given, secrets),
  );
  return { env: parsed.data, secrets, copy, backups, heads };
}

const objectDirOf = (env: Settings): string => env.SHOUWEN_OBJECT_DIR ?? resolve(env.SHOUWEN_DATA_DIR, 'objects');

function chosenIn(given: Record<string, string>): Chosen {
  const has = (name: string) => given[name] !== undefined;
  const service = (prefix: string, main: string, others: string[]) => ({
    main: has(`${prefix}_${main}`),
    region: has(`${prefix}_REGION`),
    anyOther: others.some((name) => has(`${prefix}_${name}`)),
    accessKeyId: has(`${prefix}_ACCESS_KEY_ID_FILE`),
    secretAccessKey: has(`${prefix}_SECRET_ACCESS_KEY_FILE`),
  });
  return {
    profile: given['SHOUWEN_PROFILE'] === 'production' ? 'production' : 'embedded',
    redis: has('SHOUWEN_REDIS_URL') || has('SHOUWEN_REDIS_URL_FILE'),
    s3: service('SHOUWEN_S3', 'BUCKET', ['ENDPOINT', 'PATH_STYLE']),
    kms: service('SHOUWEN_KMS', 'KEY_ID', ['ENDPOINT']),
  };
}

function accessKey(accessKeyId: string | undefined, secretAccessKey: string | undefined): AccessKey | undefined {
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
}

function s3Settings(env: Settings, secrets: Secrets) {
  const { SHOUWEN_S3_BUCKET: bucket, SHOUWEN_S3_REGION: region, SHOUWEN_S3_ENDPOINT: endpoint } = env;
  if (bucket === undefined || region === undefined) return undefined;
  const credentials = accessKey(secrets.SHOUWEN_S3_ACCESS_KEY_ID, secrets.SHOUWEN_S3_SECRET_ACCESS_KEY);
  return { bucket, region, endpoint, pathStyle: env.SHOUWEN_S3_PATH_STYLE ?? endpoint !== undefined, credentials };
}

function kmsSettings(env: Settings, secrets: Secrets) {
  const { SHOUWEN_KMS_KEY_ID: keyId, SHOUWEN_KMS_REGION: region, SHOUWEN_KMS_ENDPOINT: endpoint } = env;
  if (keyId === undefined || region === undefined) return undefined;
  const credentials = accessKey(secrets.SHOUWEN_KMS_ACCESS_KEY_ID, secrets.SHOUWEN_KMS_SECRET_ACCESS_KEY);
  return { keyId, region, endpoint, credentials };
}

/** Injection token of the parsed settings. */
export const ENV = Symbol('ENV');
