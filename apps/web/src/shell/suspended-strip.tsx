import { AlertOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.js';
import { useFormat, useLanguage } from '../format/use-format.js';

/** Tells a person whose roles wait which they are, why screens are missing, and whom to ask: over every page, until a colleague has confirmed them. */
export function SuspendedStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const { waiting } = useMe();
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  if (waiting === null) return null;
  const roles = waiting.roles.map((role) => t(`shell.role.${role}`)).join(separator);
  const names = waiting.confirmers.map((name) => format.text(name)).join(separator);
  return (
    <div className="alarm-strip" role="alert">
      <AlertOutlined aria-hidden />
      <span>{names === '' ? t('suspension.mineUnnamed', { roles }) : t('suspension.mine', { roles, names })}</span>
    </div>
  );
}
