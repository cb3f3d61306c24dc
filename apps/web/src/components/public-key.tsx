import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.js';
import './admin.css';

/** The public half of the key that signs packages, certificates and the journal, or where it lies. */
export function PublicKey({ pem }: { pem: string | null }) {
  const { t } = useTranslation();
  if (pem === null) return <p className="admin-hint">{t('journal.publicKeyElsewhere')}</p>;
  return (
    <div className="public-key">
      <span>{t('journal.publicKey')}</span>
      <pre tabIndex={0} aria-label={t('journal.publicKey')}>
        {pem.trim()}
      </pre>
      <CopyButton text={pem} label={t('journal.copyPublicKey')} />
    </div>
  );
}
