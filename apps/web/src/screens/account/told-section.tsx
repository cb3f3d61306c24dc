import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useChooseTold, useToldSettings } from '../../data/told-settings.js';
import { ChatLine } from './chat-line.js';
import { ToldForm } from './told-form.js';
import './told.css';

/** On which ways a person is told of what, when, and in which chat. */
export function ToldSection() {
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
