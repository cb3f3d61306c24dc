import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useChangePassword } from '../../data/account.js';
import { useMe } from '../../data/session.js';

/**
 * Takes the current password, the new one twice; what the policy refuses is said in its words and nothing typed is lost.
 * @param cancel what the other button says
 */
export function PasswordForm({ onClose, cancel }: { onClose: (changed: boolean) => void; cancel?: string }) {
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
      <Acts>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('account.changePassword')}
        </Button>
        <Button onClick={() => onClose(false)}>{cancel ?? t('admin.cancel')}</Button>
        <span className="admin-hint">{t('account.passwordEndsOthers')}</span>
      </Acts>
    </form>
  );
}
