import type { DisputeView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog.js';
import { useEscalateDispute } from '../../data/disputes.js';

/** Takes a dispute on to a quality manager; the agent may add something. */
export function EscalateDialog({ dispute, onClose }: { dispute: DisputeView; onClose: () => void }) {
  const { t } = useTranslation();
  const escalate = useEscalateDispute(dispute);
  return (
    <ReasonDialog
      title={t('disputes.escalate.title')}
      label={t('disputes.escalate.note')}
      hint={t('disputes.escalate.noteHint')}
      okText={t('disputes.escalate.send')}
      minLength={0}
      maxLength={1000}
      send={(note) => escalate.mutateAsync(note)}
      onClose={onClose}
    />
  );
}
