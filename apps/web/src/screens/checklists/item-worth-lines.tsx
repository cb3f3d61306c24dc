import { languageSchema, type ItemWorth, type Language, type WorthByLanguage } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What the product measured of an item's judgement, a line for each language. */
export function ItemWorthLines({ worth }: { worth: WorthByLanguage }) {
  const { t } = useTranslation();
  const isUnknown = languageSchema.options.every((language) => !worth[language]);
  return (
    <div className="item-worth-lines admin-hint">
      <b>{t('checklistLibrary.worth.title')}</b>
      {languageSchema.options.map((language) => (
        <WorthLine key={language} language={language} worth={worth[language]} />
      ))}
      {isUnknown && <p>{t('checklistLibrary.worth.own')}</p>}
    </div>
  );
}

function WorthLine({ language, worth }: { language: Language; worth: ItemWorth | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const spoken = { language: t(`calls.spoken.${language}`) };
  if (!worth) return <p>{t('checklistLibrary.worth.none', spoken)}</p>;
  const { conversations, notMet, met, asked, kappa } = worth;
  const said = { notMet: number(notMet.said), notMetRight: number(notMet.right), met: number(met.said) };
  const rest = { metRight: number(met.right), asked: number(asked), n: number(conversations) };
  return (
    <p>
      {t('checklistLibrary.worth.measured', { ...spoken, ...said, ...rest })}{' '}
      {kappa && t('checklistLibrary.worth.kappa', { kappa: kappa.kappa.toFixed(2) })}
    </p>
  );
}
