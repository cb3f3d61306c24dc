/** `embedded`: everything on one machine, bundled. `production`: PostgreSQL, Redis or Valkey, and S3 of your own. */
export type ProfileName = 'embedded' | 'production';

/** One service's settings: whether each is set. `main` is the bucket or the key. */
export interface ServiceChosen {
  main: boolean;
  region: boolean;
  anyOther: boolean;
  accessKeyId: boolean;
  secretAccessKey: boolean;
}

/** What belongs together in the settings; `true` where something is set. */
export interface Chosen {
  profile: ProfileName;
  redis: boolean;
  s3: ServiceChosen;
  kms: ServiceChosen;
}

/**
 * What is wrong with the settings taken together. A service that is set up by half would be found out at the first call; one whose settings
 * are there but not used would let recordings lie elsewhere than its owner believes.
 */
export function profileProblems({ profile, redis, s3, kms }: Chosen): string[] {
  const anyS3 = Object.values(s3).some(Boolean);
  const problems = [...halfSet('SHOUWEN_S3', 'BUCKET', s3), ...halfSet('SHOUWEN_KMS', 'KEY_ID', kms)];
  if (profile === 'production') {
    if (!redis) problems.push('SHOUWEN_REDIS_URL: the production profile needs Redis or Valkey');
    if (!anyS3) problems.push('SHOUWEN_S3_BUCKET: the production profile needs an S3 bucket');
  } else {
    if (redis) problems.push(`SHOUWEN_REDIS_URL: ${UNUSED}`);
    if (anyS3) problems.push(`SHOUWEN_S3_BUCKET: ${UNUSED}`);
  }
  return problems;
}

const UNUSED = 'the embedded profile does not use it; set SHOUWEN_PROFILE=production, or remove it';

export function halfSet(prefix: string, main: string, chosen: ServiceChosen): string[] {
  if (!Object.values(chosen).some(Boolean)) return [];
  const { accessKeyId, secretAccessKey } = chosen;
  const problems = [];
  if (!chosen.main) problems.push(`${prefix}_${main}: it is missing, while other ${prefix} settings are there`);
  if (!chosen.region)
    problems.push(`${prefix}_REGION: it is missing; where the server has no regions, any word will do`);
  if (accessKeyId !== secretAccessKey) {
    const missing = accessKeyId ? 'SECRET_ACCESS_KEY' : 'ACCESS_KEY_ID';
    problems.push(`${prefix}_${missing}_FILE: an access key has two halves, and this one is missing`);
  }
  return problems;
}
