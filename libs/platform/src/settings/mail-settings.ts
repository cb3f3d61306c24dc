import { z } from 'zod';

/** `alerts@example.com` or `Shouwen <alerts@example.com>`. */
const SENDER = /^(?:([^<>"@,;:\\\p{Cc}]*)<)?([^\s<>"@,;:\\]+@[^\s<>"@,;:\\]+?)>?$/u;

/** Settings of outgoing mail. Off without a host. */
export const mailSettings = {
  SHOUWEN_SMTP_HOST: z
    .string()
    .regex(/^[^\s/:@]+$/, { error: 'it must be the name or address of a server' })
    .optional(),
  SHOUWEN_SMTP_PORT: z.coerce.number().int().min(1).max(65535).default(587),
  /** `starttls`: encrypted after the greeting, or not at all sent. `tls`: from the first byte. `none`: in the clear. */
  SHOUWEN_SMTP_TLS: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  SHOUWEN_SMTP_USER: z.string().min(1).optional(),
  SHOUWEN_SMTP_PASSWORD: z.string().min(1).optional(),
  SHOUWEN_SMTP_PASSWORD_FILE: z.string().min(1).optional(),
  /** Who mail comes from. */
  SHOUWEN_SMTP_FROM: z
    .string()
    .regex(SENDER, { error: 'it must be an address, like Shouwen <alerts@example.com>' })
    .optional(),
  /** Where people reach the product: links in mail begin with it. */
  SHOUWEN_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s]+[^\s]*$/, { error: 'it must have the form https://HOST' })
    .optional(),
};

type Given = z.infer<z.ZodObject<typeof mailSettings>>;

export interface MailSettings {
  host: string;
  port: number;
  tls: 'starttls' | 'tls' | 'none';
  user: string | undefined;
  password: string | undefined;
  from: { name: string; address: string };
  publicUrl: string;
}

/** What belongs together, in words that hold no secret. */
export function mailProblems(given: Record<string, string>): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  if (!has('SHOUWEN_SMTP_HOST'))
    return ['SHOUWEN_SMTP_FROM', 'SHOUWEN_SMTP_USER']
      .filter(has)
      .map((name) => `${name}: SHOUWEN_SMTP_HOST must be set with it`);
  const problems = ['SHOUWEN_SMTP_FROM', 'SHOUWEN_PUBLIC_URL']
    .filter((name) => !has(name))
    .map((name) => `${name}: it must be set where SHOUWEN_SMTP_HOST is`);
  const password = has('SHOUWEN_SMTP_PASSWORD') || has('SHOUWEN_SMTP_PASSWORD_FILE');
  if (has('SHOUWEN_SMTP_USER') !== password)
    problems.push('SHOUWEN_SMTP_USER: it and SHOUWEN_SMTP_PASSWORD_FILE are set together');
  if (password && given['SHOUWEN_SMTP_TLS'] === 'none')
    problems.push('SHOUWEN_SMTP_TLS: a password is not sent in the clear; use starttls or tls');
  return problems;
}

/** @returns undefined where mail is off */
export function readMailSettings(env: Given, password: string | undefined): MailSettings | undefined {
  const { SHOUWEN_SMTP_HOST: host, SHOUWEN_SMTP_FROM: from, SHOUWEN_PUBLIC_URL: publicUrl } = env;
  if (host === undefined || from === undefined || publicUrl === undefined) return undefined;
  const [, name = '', address = ''] = SENDER.exec(from) ?? [];
  const { SHOUWEN_SMTP_PORT: port, SHOUWEN_SMTP_TLS: tls, SHOUWEN_SMTP_USER: user } = env;
  return { host, port, tls, user, password, from: { name: name.trim(), address }, publicUrl };
}
