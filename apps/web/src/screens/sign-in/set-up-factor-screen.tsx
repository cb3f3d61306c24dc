import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { parts } from '../../components/opened/part.js';
import { useProved } from '../../components/step-up.js';
import { useAccountReadAgain, useBeginSecondFactor } from '../../data/account.js';
import { knowsPasskeys } from '../../data/passkeys.js';
import { useSignOut } from '../../data/sign-out.js';
import { NewPasskey } from '../account/new-passkey.js';
import { EntrancePage } from '../open-account/entrance-page.js';
import '../account/account.css';

const { EnrolDialog } = parts(() => import('../account/dialogs.js'));

/** What stands between signing in and the product where a role needs a second factor, and the days of grace are over. */
export function SetUpFactorScreen() {
  const { t } = useTranslation();
  const begin = useBeginSecondFactor();
  const { send, said } = useProved(begin);
  const readAgain = useAccountReadAgain();
  const signOut = useSignOut();
  const close = () => {
    begin.reset();
    void readAgain();
  };
  return (
    <EntrancePage wide>
      <h1>{t('secondFactorNeeded.title')}</h1>
      <p className="entrance-intro">{t('secondFactorNeeded.about')}</p>
      <section className="admin-section">
        <h2>{t('secondFactorNeeded.authenticator')}</h2>
        <p className="admin-hint">{t('secondFactorNeeded.authenticatorAbout')}</p>
        <Acts>
          <Button type="primary" onClick={() => void send()} loading={begin.isPending}>
            {t('secondFactor.turnOn')}
          </Button>
        </Acts>
        {said}
      </section>
      {knowsPasskeys() && (
        <section className="admin-section">
          <h2>{t('ownPasskeys.title')}</h2>
          <p className="admin-hint">{t('ownPasskeys.about')}</p>
          <NewPasskey />
        </section>
      )}
      {begin.data && <EnrolDialog enrolment={begin.data} onClose={close} />}
      <div className="entrance-actions">
        <Button onClick={() => signOut.mutate()}>{t('noticeScreen.signOut')}</Button>
      </div>
    </EntrancePage>
  );
}
