import type { PersonDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useUnlock } from '../../data/people.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** That failed tries locked the account, and the way to lift it; or that it was lifted, and why. */
export function AccountLock({ person: { personId, account, unlocked } }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const [lifting, setLifting] = useState(false);
  if (!account) return null;
  const { accountId, lockedUntil } = account;
  return (
    <>
      {lockedUntil && (
        <Acts>
          <b>{t('person.lockedUntil', { at: format.dateTime(lockedUntil) })}</b>
          {personId !== me.personId && <Button onClick={() => setLifting(true)}>{t('person.unlock')}</Button>}
        </Acts>
      )}
      {unlocked && (
        <p className="admin-hint">
          {t('person.unlocked', { ...unlocked, by: format.text(unlocked.by), at: format.dateTime(unlocked.at) })}
        </p>
      )}
      {lifting && <UnlockDialog accountId={accountId} onClose={() => setLifting(false)} />}
    </>
  );
}

function UnlockDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const unlock = useUnlock(accountId);
  return (
    <ReasonDialog
      title={t('person.unlock')}
      intro={<p>{t('person.unlockAbout')}</p>}
      label={t('person.unlockReason')}
      hint={t('person.unlockHint')}
      okText={t('person.unlock')}
      send={unlock.mutateAsync}
      onClose={onClose}
    />
  );
}
