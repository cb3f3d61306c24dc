import type { DrawnLeg } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { ShowDialog } from '../../components/show-dialog.js';
import { useWhyDrawn } from '../../data/sampling.js';

/** Why a leg was drawn, from seed and frame. */
export function WhyDialog({
  drawId,
  leg,
  byRisk,
  onClose,
}: {
  drawId: string;
  leg: DrawnLeg;
  byRisk: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const why = useWhyDrawn(drawId, leg.legId);
  return (
    <ShowDialog title={t('sampling.draw.whyTitle')} onClose={onClose} width={560}>
      <WhenRead of={why}>
        {(found) =>
          found.inFrame && (
            <>
              <p>{t(byRisk ? 'sampling.draw.whyRisk' : 'sampling.draw.whyOrder', { legs: found.legs })}</p>
              <p>
                {t('sampling.draw.whyPlace', {
                  ...{ place: found.place, of: found.ofStratum, taken: found.takenOfStratum },
                })}
              </p>
              {leg.replacesId && <p>{t('sampling.draw.whyReplaces')}</p>}
              <p className="sampling-hash">{t('sampling.draw.ticket', { ticket: found.ticket })}</p>
            </>
          )
        }
      </WhenRead>
    </ShowDialog>
  );
}
