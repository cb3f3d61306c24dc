import { useTranslation } from 'react-i18next';
import { AbsenceSection } from './absence-section.js';
import { AboutSection } from './about-section.js';
import { MailSection } from './mail-section.js';
import { PasskeysSection } from './passkeys-section.js';
import { PasswordSection } from './password-section.js';
import { ProviderSection } from './provider-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { TokensSection } from './tokens-section.js';
import { WhenRead } from '../../components/admin-page.js';
import { useChooseTold, useToldSettings } from '../../data/told-settings.js';
import { ChatLine } from './chat-line.js';
import { ToldForm } from './told-form.js';
import '../../components/admin.css';
import './account.css';
import './told.css';

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

/** On which ways a person is told of what, when, and in which chat. */
function ToldSection() {
  const { t } = useTranslation();
  const settings = useToldSettings();
  // Outlives the form, which begins again with what was saved.
  const choose = useChooseTold();
  return (
    <section className="admin-section" id="told">
      <h2>{t('toldSettings.title')}</h2>
      <p className="admin-hint">{t('toldSettings.about')}</p>
      <WhenRead of={settings}>
        {(read) => (
          <>
            <ChatLine chat={read.chat} />
            {/* What was saved is what the form begins with. */}
            <ToldForm
              key={JSON.stringify([read.kinds, read.quiet, read.digest, read.digestHour])}
              settings={read}
              choose={choose}
            />
          </>
        )}
      </WhenRead>
    </section>
  );
}
