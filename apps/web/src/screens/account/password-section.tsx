import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { useSecurity } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';
import { PasswordForm } from './password-form.js';

/** Whether there is a password, since when, and the way to another one. */
export function PasswordSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const security = useSecurity();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  if (security.data && !security.data.hasPassword)
    return (
      <section className="admin-section">
        <h2>{t('account.password')}</h2>
        <p className="admin-hint">{t('account.noPassword')}</p>
      </section>
    );
  return (
    <section className="admin-section">
      <h2>{t('account.password')}</h2>
      <WhenRead of={security}>
        {({ passwordChangedAt }) => (
          <p className="admin-hint">
            {passwordChangedAt
              ? t('account.passwordChanged', { at: format.dateTime(passwordChangedAt) })
              : t('account.passwordFirst')}
          </p>
        )}
      </WhenRead>
      {open ? (
        <PasswordForm
          onClose={(changed) => {
            setOpen(false);
            setDone(changed);
          }}
        />
      ) : (
        <Acts>
          <Button onClick={() => setOpen(true)}>{t('account.changePassword')}</Button>
          <span role="status" className="admin-done">
            {done ? t('account.passwordDone') : ''}
          </span>
        </Acts>
      )}
    </section>
  );
}
