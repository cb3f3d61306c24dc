import { isIP } from 'node:net';
import { z } from 'zod';

/** `10.20.0.0/16`, `127.0.0.1`, `fd00:12::/48`. */
function isRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits < 0 || rest.length > 0 || address.includes('%')) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

/** Settings of outbound webhooks. */
export const webhookSettings = {
  /** Address ranges that webhooks may go to besides public ones, http included: receivers inside the company. Empty: none. */
  SHOUWEN_WEBHOOK_ALLOW_RANGES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(
      z.array(
        z.string().refine(isRange, { error: 'it must list address ranges, like 10.20.0.0/16,127.0.0.1,fd00:12::/48' }),
      ),
    ),
};
