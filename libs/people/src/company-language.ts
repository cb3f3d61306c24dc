import { type EntityManager } from 'typeorm';
import { type Language } from '#contracts';
import { Company } from './organisation.entity.js';

/**
 * The language in which the company speaks to a person who has not chosen one: as its profile says, else the one in which alone it has a name,
 * else that of the person who lets them in.
 * @param letInBy null: a command on the machine
 */
export async function companyLanguage(tx: EntityManager, letInBy: string | null): Promise<Language> {
  const company = await tx.findOneBy(Company, { id: 1 });
  const { language, names } = company?.profile ?? {};
  if (language) return language;
  if (names && (names.zh.length === 0) !== (names.en.length === 0)) return names.zh.length === 0 ? 'en' : 'zh';
  const [inviter]: { language: Language }[] = await tx.query(
    'select language from account where person_id = $1 order by disabled_at desc nulls first limit 1',
    [letInBy],
  );
  return inviter?.language ?? 'en';
}
