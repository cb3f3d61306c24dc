import { z } from 'zod';
import { isNetwork } from '../networks.js';

/** How far an emergency opening goes, and how soon it has to be reviewed. */
export const breakGlassSettings = {
  /** Minutes for which recordings stay open; four hours at most, which the database holds to as well. */
  SHOUWEN_BREAK_GLASS_MINUTES: z.coerce.number().int().min(5).max(240).default(60),
  /** Working days within which another person reviews the opening. */
  SHOUWEN_BREAK_GLASS_REVIEW_DAYS: z.coerce.number().int().min(1).max(10).default(2),
};

type BreakGlassSettings = { [N in keyof typeof breakGlassSettings]: z.infer<(typeof breakGlassSettings)[N]> };

export const readBreakGlassSettings = (env: BreakGlassSettings) => ({
  minutes: env.SHOUWEN_BREAK_GLASS_MINUTES,
  reviewWorkingDays: env.SHOUWEN_BREAK_GLASS_REVIEW_DAYS,
});

const perMinute = (most: number) => z.coerce.number().int().min(0).default(most);

/** Who may say where a request came from, and how many requests are taken. */
export const doorSettings = {
  /** Addresses or networks (`10.0.0.0/8`, commas between) of proxies whose `X-Forwarded-For` is believed; others' is ignored. */
  SHOUWEN_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every(isNetwork), {
      error: 'it must be addresses or networks like 10.0.0.0/8, with commas between',
    }),
  /** Requests in a minute; 0: as many as come. */
  SHOUWEN_RATE_PER_TOKEN: perMinute(600),
  SHOUWEN_RATE_PER_ACCOUNT: perMinute(1200),
  /** Of an address without a signed-in user. */
  SHOUWEN_RATE_PER_ADDRESS: perMinute(300),
  /** Names, passwords and codes tried from an address. */
  SHOUWEN_RATE_SIGN_INS: perMinute(300),
  /** Recordings sent by an account or a token. */
  SHOUWEN_RATE_UPLOADS: perMinute(600),
};

type Door = z.infer<z.ZodObject<typeof doorSettings>>;

export type Budget = 'token' | 'account' | 'address' | 'sign-in' | 'upload';

export const readDoorSettings = (env: Door) => ({
  trustedProxies: env.SHOUWEN_TRUSTED_PROXIES,
  /** Requests in a minute; 0: as many as come. */
  rateLimits: {
    token: env.SHOUWEN_RATE_PER_TOKEN,
    account: env.SHOUWEN_RATE_PER_ACCOUNT,
    address: env.SHOUWEN_RATE_PER_ADDRESS,
    'sign-in': env.SHOUWEN_RATE_SIGN_INS,
    upload: env.SHOUWEN_RATE_UPLOADS,
  } satisfies Record<Budget, number>,
});
