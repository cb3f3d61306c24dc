import type { CompanyProfile, Language, SignInPolicy } from '#contracts';
import { Button, InputNumber } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { regionName } from '../../components/regions.js';
import { useFormat, useLanguage } from '../../format/use-format.js';

type Cadence = NonNullable<CompanyProfile['ringCadence']>;

const of = (onSeconds: number, offSeconds: number): Cadence => ({ onSeconds, offSeconds });

/**
 * How telephones usually ring in a country: only those with one tone and one pause. Each was compared with the ringing tones that Asterisk ships
 * (`indications.conf`, which names ITU's list of 2003); ITU-T E.180 Supplement 2 itself was not verified. For Taiwan that file names two
 * cadences, and nothing is proposed. What the company's own telephones do may differ, so it is a proposal.
 */
const USUAL: Readonly<Record<string, Cadence>> = {
  ...{ CN: of(1, 4), US: of(2, 4), CA: of(2, 4), DE: of(1, 4), AT: of(1, 5), CH: of(1, 4), FR: of(1.5, 3.5) },
  ...{ IT: of(1, 4), ES: of(1.5, 3), NL: of(1, 4), BE: of(1, 3), SE: of(1, 5), JP: of(1, 2) },
};

/** null: nothing is proposed there. */
const usualCadence = (region: string | undefined): Cadence | null => USUAL[region?.slice(0, 2) ?? ''] ?? null;

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
