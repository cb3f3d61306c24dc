import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../components/opened/modal.js';
import { Field } from '../../components/admin-page.js';
import { FailureNote } from '../../components/failure-note.js';
import { useDisableSecondFactor } from '../../data/account.js';

/** Turning the second factor off takes both: what one knows and what one has. */
export function DisableDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const disable = useDisableSecondFactor();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const ready = password !== '' && code.trim().length >= 6;
  const send = () => {
    if (ready && !disable.isPending) disable.mutate({ password, code }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t('secondFactor.turnOff')}
      okText={t('secondFactor.turnOff')}
      cancelText={t('admin.cancel')}
      okButtonProps={{ danger: true, loading: disable.isPending, disabled: !ready }}
      onOk={send}
      onCancel={onClose}
      width={400}
    >
      <div className="account-form">
        <p>{t('secondFactor.offAbout')}</p>
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
        <Field htmlFor="off-code" label={t('secondFactor.codeOrRecovery')}>
          <Input
            id="off-code"
            value={code}
            autoComplete="one-time-code"
            maxLength={40}
            onChange={({ target }) => setCode(target.value)}
            onPressEnter={send}
          />
        </Field>
      </div>
      {disable.isError && <FailureNote error={disable.error} />}
    </Modal>
  );
}
