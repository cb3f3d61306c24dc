import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../components/opened/modal.js';
import { CopyButton } from '../../components/copy-button.js';

/** Shows a token, once. Only the button closes it: a slip of the mouse must not cost it. */
export function TokenShown({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('tokens.shownTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={520}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('tokens.shownDone')}
        </Button>
      }
    >
      <p>{t('tokens.shownAbout')}</p>
      <p className="new-token">
        <code className="mono">{token}</code>
        <CopyButton text={token} label={t('tokens.copy')} />
      </p>
    </Modal>
  );
}
