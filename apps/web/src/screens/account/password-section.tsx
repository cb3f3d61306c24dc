import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useChangePassword, useSecurity } from '../../data/account.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** Takes the current password, the new one twice; what the policy refuses is said in its words and nothing typed is lost. */
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
        <div className="admin-actions">
          <Button onClick={() => setOpen(true)}>{t('account.changePassword')}</Button>
          <span role="status" className="admin-done">
            {done ? t('account.passwordDone') : ''}
          </span>
        </div>
      )}
    </section>
  );
}

function PasswordForm({ onClose }: { onClose: (changed: boolean) => void }) {
  const { t } = useTranslation();
  const { username } = useMe();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = current === '' || next === '' ? 'passwordMissing' : next !== again ? 'passwordsDiffer' : null;
  const at = current === '' ? 'currentPassword' : next === '' ? 'newPassword' : 'newPasswordAgain';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong === null) change.mutate({ current, next }, { onSuccess: () => onClose(true) });
  };
  const field = (
    id: 'currentPassword' | 'newPassword' | 'newPasswordAgain',
    value: string,
    set: (text: string) => void,
    autoComplete: string,
  ) => (
    <Field
      htmlFor={id}
      label={t(`account.${id}`)}
      hint={id === 'newPassword' ? t('account.passwordRule') : undefined}
      fault={tried && wrong && id === at ? t(`account.${wrong}`) : undefined}
    >
      <Input.Password
        id={id}
        value={value}
        maxLength={256}
        autoComplete={autoComplete}
        autoFocus={id === 'currentPassword'}
        onChange={({ target }) => set(target.value)}
      />
    </Field>
  );
  return (
    <form onSubmit={submit} noValidate>
      <input type="text" value={username} autoComplete="username" readOnly hidden />
      <div className="admin-fields">
        {field('currentPassword', current, setCurrent, 'current-password')}
        <span />
        {field('newPassword', next, setNext, 'new-password')}
        {field('newPasswordAgain', again, setAgain, 'new-password')}
      </div>
      <Failed of={change} />
      <div className="admin-actions">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('account.changePassword')}
        </Button>
        <Button onClick={() => onClose(false)}>{t('admin.cancel')}</Button>
        <span className="admin-hint">{t('account.passwordEndsOthers')}</span>
      </div>
    </form>
  );
}
