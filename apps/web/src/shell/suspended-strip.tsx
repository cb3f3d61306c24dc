import { AlertOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.js';

/** Tells a person with suspended rights why screens are missing, and whom to ask: over every page, until a colleague has confirmed them. */
export function SuspendedStrip() {
  const { t } = useTranslation();
  if (!useMe().suspended) return null;
  return (
    <div className="alarm-strip" role="alert">
      <AlertOutlined aria-hidden />
      <span>{t('suspension.mine')}</span>
    </div>
  );
}
