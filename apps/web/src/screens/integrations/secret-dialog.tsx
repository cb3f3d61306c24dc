import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../components/opened/modal.js';
import { CopyButton } from '../../components/copy-button.js';

/** Shows a secret, once. Only the button closes it: a slip of the mouse must not cost the secret. */
export function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={secret !== null}
      title={t('integrations.secret.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      width={520}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('integrations.secret.done')}
        </Button>
      }
    >
      <p className="secret">
        <code className="mono">{secret}</code>
        {secret && <CopyButton text={secret} label={t('integrations.secret.copy')} />}
      </p>
      <p>{t('integrations.secret.once')}</p>
    </Modal>
  );
}
