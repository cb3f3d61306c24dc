import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../components/opened/modal.js';
import { CopyButton } from '../../components/copy-button.js';
import { useMe } from '../../data/session.js';

/** Shows the codes, once. Only the button closes it: a slip of the mouse must not cost them. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { username } = useMe();
  const text = `${t('recovery.fileHead', { username })}\n\n${codes.join('\n')}\n`;
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    Object.assign(document.createElement('a'), { href: url, download: 'shouwen-recovery-codes.txt' }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <Modal
      open
      title={t('recovery.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={480}
      footer={[
        <Button key="file" icon={<DownloadOutlined />} onClick={download}>
          {t('recovery.download')}
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          {t('recovery.done')}
        </Button>,
      ]}
    >
      <p>{t('recovery.about')}</p>
      <ol className="recovery-codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <CopyButton text={codes.join('\n')} label={t('recovery.copy')} />
    </Modal>
  );
}
