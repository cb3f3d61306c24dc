import { type DrawnLeg, newReplacementSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { FormDialog } from '../../components/dialogs.js';
import { ShowDialog } from '../../components/action-dialog.js';
import { useReplaceDrawn, useWhyDrawn } from '../../data/sampling.js';

/** Has the next call of the same seed take the place of one that cannot be judged. */
export function ReplaceDialog({ leg, onClose }: { leg: DrawnLeg; onClose: () => void }) {
  const { t } = useTranslation();
  const replace = useReplaceDrawn(leg.assignmentId);
  return (
    <FormDialog
      title={t('sampling.draw.replaceTitle')}
      okText={t('sampling.draw.replace')}
      keeps
      name={`replace ${leg.callId}`}
      body={newReplacementSchema}
      fields={[
        <p className="admin-hint">{t('sampling.draw.replaceIntro')}</p>,
        {
          of: 'reason',
          label: t('sampling.draw.reason'),
          placeholder: t('sampling.draw.choose'),
          words: (value) => t(`sampling.draw.reasons.${value}`),
        },
        { of: 'note', as: 'lines', rows: 2, label: t('sampling.draw.note') },
      ]}
      send={replace.mutateAsync}
      onClose={onClose}
    />
  );
}

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
              <p className="mono breaks">{t('sampling.draw.ticket', { ticket: found.ticket })}</p>
            </>
          )
        }
      </WhenRead>
    </ShowDialog>
  );
}
