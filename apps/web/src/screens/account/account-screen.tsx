import { useTranslation } from 'react-i18next';
import { AbsenceSection } from './absence-section.js';
import { AboutSection } from './about-section.js';
import { MailSection } from './mail-section.js';
import { PasskeysSection } from './passkeys-section.js';
import { PasswordSection } from './password-section.js';
import { ProviderSection } from './provider-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { ToldSection } from './told-section.js';
import { TokensSection } from './tokens-section.js';
import '../../components/admin.css';
import './account.css';

/** A person's own account: who it is, how it signs in, where it is signed in, and what programmes may do in its name. */
export function AccountScreen() {
  const { t } = useTranslation();
  return (
    <div className="admin">
      <header className="admin-head">
        <h1>{t('account.title')}</h1>
      </header>
      <div className="admin-body">
        <AboutSection />
        <AbsenceSection />
        <MailSection />
        <PasswordSection />
        <PasskeysSection />
        <ProviderSection />
        <SecondFactorSection />
        <ToldSection />
        <SessionsSection />
        <TokensSection />
      </div>
    </div>
  );
}
