import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.js';
import { useMe } from '../../data/session.js';
import { ShownOnce } from '../../components/opened/shown-once.js';

/*
 * What is shown once comes with the page that makes it: loaded afterwards, it could be lost.
 */

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

export function TokenShown({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShownOnce title={t('tokens.shownTitle')} done={t('tokens.shownDone')} onClose={onClose}>
      <p>{t('tokens.shownAbout')}</p>
      <p className="shown-once-text line gap-1 sunk rounded padded-box around-2">
        <code className="mono">{token}</code>
        <CopyButton text={token} label={t('tokens.copy')} />
      </p>
    </ShownOnce>
  );
}
