import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../data/sign-out.js';
import { PasswordForm } from '../account/password-form.js';
import { EntrancePage } from '../open-account/entrance-page.js';
import '../account/account.css';

/** What stands between signing in and the product where the password has run out. */
export function ChangePasswordScreen() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <EntrancePage wide>
      <h1>{t('secondFactorNeeded.passwordTitle')}</h1>
      <p className="entrance-intro">{t('secondFactorNeeded.passwordAbout')}</p>
      <PasswordForm onClose={(changed) => !changed && signOut.mutate()} cancel={t('noticeScreen.signOut')} />
    </EntrancePage>
  );
}
