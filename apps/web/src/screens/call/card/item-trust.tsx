import type { ScorecardItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';

/** Why a result gives no points yet. */
export function ItemTrust({ item: { notTrusted } }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (!notTrusted) return null;
  const { from, kappa, n, target, only } = notTrusted;
  const words = { kappa: kappa?.toFixed(2) ?? t('card.trust.untold'), n: number(n), target: target.toFixed(2) };
  return (
    <p className="detail-untrusted">
      {t(`card.trust.${only ? 'only' : from}`, words)} {t('card.trust.judged')}
    </p>
  );
}
