import { useTranslation } from 'react-i18next';
import { useUnlink } from '../data/provider.js';
import { AskFirst } from './ask-first.js';
import { useProved } from './step-up.js';

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
