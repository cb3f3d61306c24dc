import type { Enrolment } from '#contracts';
import { Input, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { useConfirmSecondFactor } from '../../data/account.js';
import { RecoveryCodesDialog } from './recovery-codes-dialog.js';

/** The secret for the authenticator, as a picture and as text; a first code turns the second factor on and shows the recovery codes. */
export function EnrolDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation();
  const confirm = useConfirmSecondFactor();
  const [code, setCode] = useState('');
  if (confirm.data) return <RecoveryCodesDialog codes={confirm.data.codes} onClose={onClose} />;
  return (
    <ActionDialog
      title={t('secondFactor.enrolTitle')}
      okText={t('secondFactor.confirm')}
      disabled={code.trim().length < 6}
      send={() => confirm.mutateAsync(code)}
      onDone={() => undefined}
      onClose={onClose}
      keeps
      width={560}
    >
      {(go) => (
        <div className="enrol">
          {/* Cameras want dark on light, in either theme. */}
          <QRCode
            value={enrolment.uri}
            size={176}
            color="#1B2126"
            bgColor="#FFFFFF"
            bordered
            aria-label={t('secondFactor.qr')}
          />
          <div>
            <p>{t('secondFactor.scan')}</p>
            <p className="admin-hint">{t('secondFactor.orType')}</p>
            <p className="enrol-secret">
              <code className="mono">{enrolment.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
              <CopyButton text={enrolment.secret} label={t('secondFactor.copySecret')} />
            </p>
            <Field htmlFor="enrol-code" label={t('secondFactor.code')}>
              <Input
                id="enrol-code"
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                autoFocus
                maxLength={7}
                onChange={({ target }) => setCode(target.value)}
                onPressEnter={go}
              />
            </Field>
          </div>
        </div>
      )}
    </ActionDialog>
  );
}
