import type { DrawnToReview } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** In a few words why a call is to be reviewed: who gave it, or by which plan it was drawn, from which period, in which place. */
export function DrawnWhy({ of: { why, given } }: { of: Pick<DrawnToReview, 'why' | 'given'> }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  if (given) {
    return (
      <div className="drawn-cell">
        {t(`calls.assign.reason.${given.reason}`)}
        <small>{t('calls.assign.by', { by: text(given.by) })}</small>
        {given.note && <small>{given.note}</small>}
      </div>
    );
  }
  if (!why) return null;
  const { code, name, fromDay, toDay, seedSha256, place, of, risks, replaces } = why;
  return (
    <div className="drawn-cell">
      {name}
      <small>
        {code} · {t('sampling.nextOf', { from: fromDay, to: toDay })}
      </small>
      <small title={seedSha256}>
        {t('drawn.place', { place, of, hash: seedSha256.slice(0, 8) })}
        {replaces && ` · ${t('drawn.replaces')}`}
      </small>
      {risks.length > 0 && <small>{risks.map((risk) => t(`sampling.risks.${risk}`)).join(t('journal.and'))}</small>}
    </div>
  );
}
