import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '../../components/opened/shown-once.js';
import { CopyButton } from '../../components/copy-button.js';
import { useMe } from '../../data/session.js';

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
    <ShownOnce
      title={t('recovery.title')}
      done={t('recovery.done')}
      width={480}
      beside={
        <Button icon={<DownloadOutlined />} onClick={download}>
          {t('recovery.download')}
        </Button>
      }
      onClose={onClose}
    >
      <p>{t('recovery.about')}</p>
      <ol className="recovery-codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <CopyButton text={codes.join('\n')} label={t('recovery.copy')} />
    </ShownOnce>
  );
}
