import { byRulesOrActs, type ScorecardItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { Why } from '../../../components/why.js';

/** Fewer times than this say next to nothing: 9 of 9 right may still be 7 of 10. */
const FEW = 10;

/** How reliable the judgement of this item has been so far; shown for what rules and acts judge, and not where a person answered. */
export function ItemWorth({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { call } = useCallPage();
  const { worth, outcome } = item;
  if (!byRulesOrActs(item) || outcome === 'not_applicable' || call.language === null) return null;
  const language = t(`call.correct.language.${call.language}`);
  if (!worth) {
    const why = item.checkId.startsWith('examples/') ? 'examples' : 'unknown';
    return <p className="detail-quiet">{t(`card.worth.${why}`, { language })}</p>;
  }
  const about = { conversations: number(worth.conversations), language };
  if (outcome === 'insufficient')
    return <p className="detail-quiet">{t('card.worth.insufficient', { ...about, asked: number(worth.asked) })}</p>;
  const { said, right } = outcome === 'met' ? worth.met : worth.notMet;
  if (said === 0) return <p className="detail-quiet">{t(`card.worth.never_${outcome}`, about)}</p>;
  return (
    <p className="detail-quiet">
      {t(`card.worth.${outcome}`, { ...about, said: number(said), right: number(right) })}
      {said < FEW && ` ${t('card.worth.few')}`} <Why of="worth" value={`${number(right)}/${number(said)}`} />
    </p>
  );
}
