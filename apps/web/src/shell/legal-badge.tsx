import { useTranslation } from 'react-i18next';
import { useToDecide } from '../data/legal.js';
import { useMay } from '../data/session.js';
import { useFormat } from '../format/use-format.js';

/** How many requests wait for this person's decision: beside the word in the rail, and nothing where there are none. */
export function LegalBadge({ word }: { word: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useToDecide(useMay('legal.decide'));
  if (count === 0) return null;
  return (
    <b className="rail-badge">
      <span aria-hidden>{count > 99 ? '99+' : format.number(count)}</span>
      <span className="seen-by-readers-only">{t('legal.badge', { word, count })}</span>
    </b>
  );
}
