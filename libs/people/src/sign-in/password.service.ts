import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { type Bilingual } from '#contracts';
import { DomainError } from '#platform';
import { passwordProblem, type PasswordProblem } from './password-policy.rules.js';

/** argon2id (the package's default algorithm) with OWASP's minimum of memory and passes; hashing runs in the thread pool. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const WORDS: Record<PasswordProblem, Bilingual> = {
  too_short: { zh: '密码至少需要 12 个字符。', en: 'A password needs at least 12 characters.' },
  too_long: { zh: '密码最多 256 个字符。', en: 'A password has at most 256 characters.' },
  common: {
    zh: '这个密码太常见。请换一个别人猜不到的。',
    en: 'This password is too common. Choose one that nobody would guess.',
  },
  company_word: {
    zh: '密码不能由公司或产品名称组成。',
    en: 'A password must not be made of the company’s or the product’s name.',
  },
  account_name: { zh: '密码不能由账号名组成。', en: 'A password must not be made of the account’s name.' },
  repetitive: { zh: '密码中的字符过于重复。', en: 'This password repeats too few characters.' },
};

@Injectable()
export class PasswordService {
  private decoy: Promise<string> | undefined;

  /** @throws DomainError `password_refused` */
  async hash(password: string, context: { username: string; companyWords: readonly string[] }): Promise<string> {
    const problem = passwordProblem(password, context);
    if (problem) throw new DomainError('password_refused', 'bad_input', WORDS[problem]);
    return hash(password, COST);
  }

  /** An account that does not exist costs the same work, so that the time taken tells nothing. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(storedHash ?? (await this.decoyHash()), password);
    return matches && storedHash !== null;
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= hash('nobody signs in with this', COST));
  }
}
