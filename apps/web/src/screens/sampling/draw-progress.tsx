import type { SamplingDraw } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';

/** How far the reviews of a draw are, and what it left. */
export function DrawProgress({ draw, to }: { draw: SamplingDraw; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fromDay, toDay, done, taken, overdue, lapsed, frame } = draw;
  const left = (frame ?? 0) - (taken ?? 0);
  return (
    <div className="sampling-cell">
      <Link to={to}>{t('sampling.nextOf', { from: fromDay, to: toDay })}</Link>
      <small>{t('sampling.progress', { done: format.number(done), taken: format.number(taken ?? 0) })}</small>
      {overdue > 0 && <small className="bad">{t('sampling.overdue', { count: overdue })}</small>}
      {lapsed > 0 && <small>{t('sampling.lapsed', { count: lapsed })}</small>}
      {left > 0 && <small>{t('sampling.left', { count: left })}</small>}
    </div>
  );
}
