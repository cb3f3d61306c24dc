import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Field } from '../../components/admin-page.js';
import { regionName } from '../../components/regions.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import type { CompanyProfile, Language, SignInPolicy } from '#contracts';
import type { TFunction } from 'i18next';
import { Select } from '../../components/opened/select.js';
import { usualCadence } from './ring-cadence.rules.js';

type Typed = { onSeconds: number | null; offSeconds: number | null };

/** How the company's telephones ring, and what "within three rings" comes to. Nothing is counted by rings until it is said. */
export function RingingSection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const cadence = profile.ringCadence;
  const [half, setHalf] = useState<Typed>({ onSeconds: null, offSeconds: null });
  const { onSeconds, offSeconds } = cadence ?? half;
  const set = (part: keyof Typed, value: number | null) => {
    const next = { onSeconds, offSeconds, [part]: value };
    setHalf(next);
    const whole = next.onSeconds !== null && next.offSeconds !== null;
    change({ ringCadence: whole ? { onSeconds: next.onSeconds!, offSeconds: next.offSeconds! } : undefined });
  };
  const ring = cadence ? cadence.onSeconds + cadence.offSeconds : null;
  const usual = cadence ? null : usualCadence(profile.region);
  return (
    <section className="admin-section">
      <h2>{t('company.ringing')}</h2>
      <div className="admin-fields">
        {(['onSeconds', 'offSeconds'] as const).map((part) => (
          <Field key={part} htmlFor={part} label={t(`company.${part}`)}>
            <InputNumber
              id={part}
              min={0.1}
              max={20}
              step={0.5}
              value={cadence?.[part] ?? half[part]}
              onChange={(value) => set(part, value)}
            />
          </Field>
        ))}
      </div>
      <p className="admin-hint">
        {ring === null
          ? t('company.noCadence')
          : t('company.threeRings', { ring: format.number(ring), limit: format.number(ring * 3) })}
      </p>
      {usual && (
        <Acts>
          <Button onClick={() => change({ ringCadence: usual })}>
            {t('company.useCadence', {
              region: regionName(profile.region ?? '', language),
              on: format.number(usual.onSeconds),
              off: format.number(usual.offSeconds),
            })}
          </Button>
        </Acts>
      )}
    </section>
  );
}

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

export interface PartProps {
  profile: CompanyProfile;
  /** A part that is undefined is left out: the company does not say it. */
  change: (part: { [P in keyof CompanyProfile]?: CompanyProfile[P] | undefined }) => void;
}

/** Every zone that this browser knows, for a list to search in. */
export const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** What the fields of the rules share. */
export interface RuleProps {
  policy: SignInPolicy;
  change: (part: Partial<SignInPolicy>) => void;
}
