import { type SecretName } from './secret-files.js';

/** Words that come with servers, images and examples; an attacker at an open port tries them first. */
const DEFAULTS =
  /^(?:admin|administrator|changeme|change-me|default|demo|example|guest|letmein|minio|minioadmin|minio123|password|postgres|redis|root|rootroot|s3cr3t|secret|shouwen|shouwen_runtime|shouwen_owner|test|valkey)[0-9!._-]{0,6}$/i;
const SHORTEST = { connection: 12, accessKey: 16 } as const;
const FEWEST_DIFFERENT = 5;

const CONNECTIONS = ['SHOUWEN_DATABASE_URL', 'SHOUWEN_DATABASE_OWNER_URL', 'SHOUWEN_REDIS_URL'] as const;

/**
 * Secrets that an installation of one's own must not start with: a default of some server, or one that can be guessed. A connection without
 * a password (a socket, a certificate, `peer`) is the server's affair. The words never hold the secret.
 */
export function weakSecretProblems(secrets: Partial<Record<SecretName, string>>): string[] {
  const problems = CONNECTIONS.flatMap((name) => {
    const weakness = weaknessOf(passwordIn(secrets[name]), SHORTEST.connection);
    return weakness ? [`${name}: its password ${weakness}`] : [];
  });
  for (const [name, secret] of Object.entries(secrets)) {
    if (!name.endsWith('_SECRET_ACCESS_KEY')) continue;
    const weakness = weaknessOf(secret, SHORTEST.accessKey);
    if (weakness) problems.push(`${name}_FILE: the access key ${weakness}`);
  }
  return problems;
}

function weaknessOf(secret: string | undefined, shortest: number): string | null {
  if (secret === undefined) return null;
  if (DEFAULTS.test(secret)) return 'is a well-known default; make a random one';
  if (secret.length < shortest) return `has fewer than ${shortest} characters; make a random one`;
  return new Set(secret).size < FEWEST_DIFFERENT ? 'repeats itself; make a random one' : null;
}

function passwordIn(url: string | undefined): string | undefined {
  const password = url !== undefined && URL.canParse(url) ? new URL(url).password : '';
  try {
    return password === '' ? undefined : decodeURIComponent(password);
  } catch {
    return password;
  }
}
