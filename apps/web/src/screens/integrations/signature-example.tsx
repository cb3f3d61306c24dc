import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.js';
import { VERIFY_EXAMPLE } from './verify-example.js';

/** How a receiver checks that a message is ours; the same code is in the documentation, where a test runs it. */
export default function SignatureExample() {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2>{t('integrations.verify')}</h2>
      <p className="admin-hint">{t('integrations.verifyAbout')}</p>
      <figure className="example">
        <CopyButton text={VERIFY_EXAMPLE} label={t('integrations.verifyCopy')} />
        <pre className="mono" lang="en" tabIndex={0} aria-label={t('integrations.verify')}>
          {VERIFY_EXAMPLE}
        </pre>
      </figure>
    </section>
  );
}
