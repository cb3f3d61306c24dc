import type { DrawnToReview } from '#contracts';
import { useTranslation } from 'react-i18next';

/** In a few words why a call was drawn: by which plan, from which period, in which place. */
export function DrawnWhy({ why }: { why: DrawnToReview['why'] }) {
  const { t } = useTranslation();
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
