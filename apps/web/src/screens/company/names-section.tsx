import type { Language } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import type { PartProps } from './part-props.js';

const LISTS = ['names', 'departments', 'hotwords'] as const;
const WORD = { zh: 'Zh', en: 'En' } as const;

/** What the company and its departments are called, in each language as many forms as greetings use. */
export function NamesSection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const set = (list: (typeof LISTS)[number], language: Language, words: string[]) =>
    change({ [list]: { ...(profile[list] ?? { zh: [], en: [] }), [language]: words } });
  return (
    <section className="admin-section">
      <h2>{t('company.names')}</h2>
      <div className="admin-fields">
        {LISTS.flatMap((list) =>
          (['zh', 'en'] as const).map((language) => {
            const id = `${list}-${language}`;
            return (
              <Field key={id} htmlFor={id} label={t(`company.${list}${WORD[language]}`)} {...hintOf(list, t)}>
                <div lang={language === 'zh' ? 'zh-CN' : 'en'}>
                  <Select
                    id={id}
                    mode="tags"
                    open={false}
                    suffixIcon={null}
                    value={profile[list]?.[language] ?? []}
                    tokenSeparators={[';', '；']}
                    onChange={(words: string[]) =>
                      set(list, language, words.map((word) => word.trim()).filter(Boolean))
                    }
                  />
                </div>
              </Field>
            );
          }),
        )}
      </div>
    </section>
  );
}

function hintOf(list: (typeof LISTS)[number], t: TFunction): { hint?: string } {
  if (list === 'departments') return {};
  return { hint: t(list === 'names' ? 'company.namesHint' : 'company.hotwordsHint') };
}
