import { useTranslation } from 'react-i18next';
import { useRemovePasskeysOf } from '../data/passkeys.js';
import { AskFirst } from './ask-first.js';
import { useProved } from './step-up.js';

/** For a person who has lost the device that holds them. Takes the administrator's own fresh proof. */
export function RemovePasskeys({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const remove = useRemovePasskeysOf();
  const { send, said } = useProved(remove);
  return (
    <>
      <AskFirst ask={t('passkeys.removeAllAsk')} onYes={() => void send(accountId)} loading={remove.isPending}>
        {t('passkeys.removeAll')}
      </AskFirst>
      {said}
    </>
  );
}
