import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.js';
import { ShownOnce } from '../../components/opened/shown-once.js';

export function TokenShown({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShownOnce title={t('tokens.shownTitle')} done={t('tokens.shownDone')} onClose={onClose}>
      <p>{t('tokens.shownAbout')}</p>
      <p className="shown-once-text">
        <code className="mono">{token}</code>
        <CopyButton text={token} label={t('tokens.copy')} />
      </p>
    </ShownOnce>
  );
}
