import { readFileSync } from 'node:fs';

/** Settings that may come from a file, named by the same setting with `_FILE`: container platforms hand secrets over as files. */
export const FROM_FILE = [
  'SHOUWEN_DATABASE_URL',
  'SHOUWEN_DATABASE_OWNER_URL',
  'SHOUWEN_REDIS_URL',
  'SHOUWEN_SMTP_PASSWORD',
] as const;

/** Settings that come from a file only; every user who may list processes can see a process's environment. */
export const ONLY_FROM_FILE = [
  'SHOUWEN_S3_ACCESS_KEY_ID',
  'SHOUWEN_S3_SECRET_ACCESS_KEY',
  'SHOUWEN_KMS_ACCESS_KEY_ID',
  'SHOUWEN_KMS_SECRET_ACCESS_KEY',
  'SHOUWEN_OBJECT_COPY_S3_ACCESS_KEY_ID',
  'SHOUWEN_OBJECT_COPY_S3_SECRET_ACCESS_KEY',
  'SHOUWEN_BACKUP_S3_ACCESS_KEY_ID',
  'SHOUWEN_BACKUP_S3_SECRET_ACCESS_KEY',
  'SHOUWEN_JOURNAL_HEADS_COPY_S3_ACCESS_KEY_ID',
  'SHOUWEN_JOURNAL_HEADS_COPY_S3_SECRET_ACCESS_KEY',
  'SHOUWEN_OPENAI_KEY',
  'SHOUWEN_SCORER_KEY',
  'SHOUWEN_OIDC_CLIENT_SECRET',
  'SHOUWEN_ARI_PASSWORD',
] as const;

export type SecretName = (typeof FROM_FILE)[number] | (typeof ONLY_FROM_FILE)[number];
type Given = Record<string, string>;

/**
 * What the settings say, with the content of the named files in its place, without the line end that editors add.
 * @returns the secrets, and what is wrong in words that hold no secret
 */
export function readSecrets(given: Given): { secrets: Partial<Record<SecretName, string>>; problems: string[] } {
  const secrets: Partial<Record<SecretName, string>> = {};
  const problems: string[] = [];
  for (const name of [...FROM_FILE, ...ONLY_FROM_FILE]) {
    const [direct, file] = [given[name], given[`${name}_FILE`]];
    if (direct !== undefined && file !== undefined)
      problems.push(`${name}: it is set, and so is ${name}_FILE; set one`);
    const read = file === undefined ? { content: direct } : contentOf(file);
    if ('problem' in read) problems.push(`${name}_FILE: ${read.problem}`);
    else if (read.content !== undefined) secrets[name] = read.content;
  }
  return { secrets, problems };
}

function contentOf(path: string): { content: string } | { problem: string } {
  try {
    const content = readFileSync(path, 'utf8').trim();
    return content === '' ? { problem: `the file ${path} is empty` } : { content };
  } catch (error) {
    return { problem: `the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
}
