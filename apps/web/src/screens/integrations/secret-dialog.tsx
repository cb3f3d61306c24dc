import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.js';
import { ShownOnce } from '../../components/opened/shown-once.js';

export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShownOnce title={t('integrations.secret.title')} done={t('integrations.secret.done')} onClose={onClose}>
      <p className="secret">
        <code className="mono">{secret}</code>
        <CopyButton text={secret} label={t('integrations.secret.copy')} />
      </p>
      <p>{t('integrations.secret.once')}</p>
    </ShownOnce>
  );
}
