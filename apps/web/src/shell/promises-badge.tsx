import { useTranslation } from 'react-i18next';
import { useCommitmentFigures } from '../data/commitments.js';
import { useMay } from '../data/session.js';
import { useFormat } from '../format/use-format.js';

/** How many promises are overdue, or wait for this person to take over or to settle: beside the word in the rail, and nothing where there are none. */
export function PromisesBadge({ word }: { word: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCommitmentFigures(useMay('commitments.read'));
  const count = data ? data.overdue + data.waitingForMe + data.questionedForMe : 0;
  if (count === 0) return null;
  return (
    <b className="rail-badge">
      <span aria-hidden>{count > 99 ? '99+' : format.number(count)}</span>
      <span className="seen-by-readers-only">{t('promises.badge', { word, count })}</span>
    </b>
  );
}
