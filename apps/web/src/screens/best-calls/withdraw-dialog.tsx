import type { BestCall } from '#contracts';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/dialogs.js';
import { useBestCallActs } from '../../data/best-calls.js';

/** Withdraws a best call, with a reason. */
export function WithdrawDialog({ one, onClose }: { one: BestCall; onClose: () => void }) {
  const { t } = useTranslation();
  const { withdraw } = useBestCallActs(one.bestCallId);
  return (
    <ReasonDialog
      title={t('bestCalls.withdraw.title')}
      label={t('bestCalls.withdraw.label')}
      hint={t('bestCalls.withdraw.hint')}
      okText={t('bestCalls.withdraw.send')}
      send={(reason) => withdraw.mutateAsync(reason)}
      onClose={onClose}
    />
  );
}
