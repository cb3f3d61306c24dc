import { resolve } from 'node:path';
import { z } from 'zod';
import { halfSet } from './profile.rules.js';
import { type SecretName } from './secret-files.js';

/** Where sealed bytes can lie beside the first place: a folder, or a bucket with an access key of its own. */
export type Place = { readonly dir: string } | { readonly s3: S3Place };

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly pathStyle: boolean;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** The first letters of a place's settings. */
type Prefix = (typeof PREFIXES)[number];
const PREFIXES = ['SHOUWEN_OBJECT_COPY', 'SHOUWEN_BACKUP', 'SHOUWEN_JOURNAL_HEADS_COPY'] as const;
type Given = Record<string, string | undefined>;

const path = z
  .string()
  .min(1)
  .transform((p) => resolve(p));
const fields = {
  DIR: path.optional(),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^/]/, { error: 'it must have the form https://HOST:PORT' })
    .optional(),
  S3_PATH_STYLE: z.enum(['0', '1']).optional(),
  S3_ACCESS_KEY_ID_FILE: path.optional(),
  S3_SECRET_ACCESS_KEY_FILE: path.optional(),
} as const;

type Fields<P extends Prefix> = { [N in keyof typeof fields as `${P}_${N}`]: (typeof fields)[N] };
const under = <P extends Prefix>(prefix: P) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${prefix}_${name}`, field])) as Fields<P>;

export const placeSettings = {
  ...under('SHOUWEN_OBJECT_COPY'),
  ...under('SHOUWEN_BACKUP'),
  ...under('SHOUWEN_JOURNAL_HEADS_COPY'),
};

/** The place that the settings name; undefined when they name none. They have been found right before. */
export function readPlace(
  prefix: Prefix,
  given: Given,
  secrets: Partial<Record<SecretName, string>>,
): Place | undefined {
  const dir = given[`${prefix}_DIR`];
  if (dir) return { dir: resolve(dir) };
  const [bucket, region] = [given[`${prefix}_S3_BUCKET`], given[`${prefix}_S3_REGION`]];
  if (!bucket || !region) return undefined;
  const endpoint = given[`${prefix}_S3_ENDPOINT`] || undefined;
  const style = given[`${prefix}_S3_PATH_STYLE`];
  const accessKeyId = secrets[`${prefix}_S3_ACCESS_KEY_ID`];
  const secretAccessKey = secrets[`${prefix}_S3_SECRET_ACCESS_KEY`];
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return { s3: { bucket, region, endpoint, pathStyle: style ? style === '1' : endpoint !== undefined, credentials } };
}

/** What is wrong with a place's settings by themselves. */
export function placeProblems(given: Given): string[] {
  return PREFIXES.flatMap((prefix) => {
    const has = (name: string) => Boolean(given[`${prefix}_${name}`]);
    const s3 = {
      main: has('S3_BUCKET'),
      region: has('S3_REGION'),
      anyOther: has('S3_ENDPOINT') || has('S3_PATH_STYLE'),
      accessKeyId: has('S3_ACCESS_KEY_ID_FILE'),
      secretAccessKey: has('S3_SECRET_ACCESS_KEY_FILE'),
    };
    const both = has('DIR') && Object.values(s3).some(Boolean);
    return [
      ...halfSet(`${prefix}_S3`, 'BUCKET', s3),
      ...(both ? [`${prefix}_DIR: a bucket is set as well; set one`] : []),
    ];
  });
}

/**
 * What is wrong with a second place beside the first: the same disk folder or bucket is no second place, and a thief with the access key of
 * the first must not be able to empty the second.
 */
export function samePlaceProblems(
  copy: Place | undefined,
  first: { objectDir: string; s3: S3Place | undefined },
): string[] {
  if (copy === undefined) return [];
  if ('dir' in copy)
    return !first.s3 && copy.dir === first.objectDir
      ? ['SHOUWEN_OBJECT_COPY_DIR: it is the folder of the objects']
      : [];
  if (!first.s3) return [];
  const { bucket, endpoint, credentials } = copy.s3;
  if (bucket === first.s3.bucket && endpoint === first.s3.endpoint)
    return ['SHOUWEN_OBJECT_COPY_S3_BUCKET: it is the bucket of the objects'];
  return credentials !== undefined && credentials.accessKeyId === first.s3.credentials?.accessKeyId
    ? ['SHOUWEN_OBJECT_COPY_S3_ACCESS_KEY_ID_FILE: it is the access key of the first bucket; the copy needs its own']
    : [];
}
