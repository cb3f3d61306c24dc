import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useDisableSecondFactor, useSecurity } from '../../data/account.js';

/** Turning the second factor off takes both: what one knows and what one has. */
export function DisableDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const disable = useDisableSecondFactor();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const hasPassword = useSecurity().data?.hasPassword ?? true;
  const ready = (!hasPassword || password !== '') && code.trim().length >= 6;
  return (
    <ActionDialog
      title={t('secondFactor.turnOff')}
      okText={t('secondFactor.turnOff')}
      danger
      disabled={!ready}
      send={() => disable.mutateAsync({ ...(hasPassword && { password }), code })}
      onClose={onClose}
      width={400}
    >
      <p>{t('secondFactor.offAbout')}</p>
      {hasPassword && (
        <Field htmlFor="off-password" label={t('account.currentPassword')}>
          <Input.Password
            id="off-password"
            value={password}
            autoComplete="current-password"
            autoFocus
            maxLength={256}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Field>
      )}
      <Field htmlFor="off-code" label={t('secondFactor.codeOrRecovery')}>
        <Input
          id="off-code"
          value={code}
          autoComplete="one-time-code"
          maxLength={40}
          onChange={({ target }) => setCode(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
