import { useTranslation } from 'react-i18next';
import { useRemoveSecondFactor } from '../data/account.js';
import { AskFirst } from './ask-first.js';
import { useProved } from './step-up.js';

/** For a person who has lost telephone and recovery codes. Takes the administrator's own fresh proof. */
export function RemoveSecondFactor({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const remove = useRemoveSecondFactor();
  const { send, said } = useProved(remove);
  return (
    <>
      <AskFirst ask={t('secondFactor.removeAsk')} onYes={() => void send(accountId)} loading={remove.isPending}>
        {t('secondFactor.remove')}
      </AskFirst>
      <span role="status" className="admin-done">
        {remove.isSuccess ? t('secondFactor.removed') : ''}
      </span>
      {said}
    </>
  );
}
