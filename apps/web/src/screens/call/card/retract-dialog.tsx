import { newRetractionSchema, type ScorecardView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/dialogs.js';
import { useRetractReview } from '../../../data/reviews.js';
import { useCallPage } from '../call-page.js';

/** Takes a published review back, with a reason. */
export function RetractDialog({ card: { scorecardId }, onClose }: { card: ScorecardView; onClose: () => void }) {
  const { t } = useTranslation();
  const { call, chooseCard } = useCallPage();
  const retract = useRetractReview(call.callId, scorecardId);
  return (
    <FormDialog
      title={t('retract.title')}
      okText={t('retract.ok')}
      danger
      keeps
      name={`retract ${scorecardId}`}
      body={newRetractionSchema}
      fields={[
        <p className="admin-hint">{t('retract.intro')}</p>,
        {
          of: 'reason',
          label: t('retract.reason'),
          placeholder: t('judge.reasonPlaceholder'),
          words: (value) => t(`retract.reasons.${value}`),
        },
        { of: 'note', as: 'lines', label: t('judge.note') },
      ]}
      send={async (body) => {
        await retract.mutateAsync(body);
        chooseCard(null);
      }}
      onClose={onClose}
    />
  );
}
