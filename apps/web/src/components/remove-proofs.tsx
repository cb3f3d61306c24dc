import { useTranslation } from 'react-i18next';
import { useRemovePasskeysOf } from '../data/passkeys.js';
import { AskFirst } from './acts.js';
import { useProved } from './step-up.js';
import { useRemoveSecondFactor } from '../data/account.js';
import { useUnlink } from '../data/provider.js';

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

/** Takes a person's connection to the identity provider away. Takes the administrator's own fresh proof. */
export function UnlinkProvider({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const unlink = useUnlink();
  const { send, said } = useProved(unlink);
  return (
    <>
      <AskFirst ask={t('provider.unlinkAsk')} onYes={() => void send(accountId)} loading={unlink.isPending}>
        {t('provider.disconnect')}
      </AskFirst>
      {said}
    </>
  );
}
