import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { PasskeyFailure } from '../../components/passkey-failure.js';
import { useStepUp } from '../../components/step-up.js';
import { useAddPasskey, useAddPasskeyOptions } from '../../data/passkeys.js';

/** Names a passkey and has the browser make it. */
export function NewPasskey() {
  const { t } = useTranslation();
  const begin = useAddPasskeyOptions();
  const add = useAddPasskey();
  const { attempt, dialog } = useStepUp();
  const [name, setName] = useState('');
  const [failed, setFailed] = useState<unknown>(null);
  const make = async () => {
    setFailed(null);
    try {
      const begun = await attempt(() => begin.mutateAsync());
      if (!begun) return;
      await add.mutateAsync({ name: name.trim(), options: begun.options });
      setName('');
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      <div className="admin-row">
        <Field htmlFor="passkey-name" label={t('ownPasskeys.name')} hint={t('ownPasskeys.nameHint')}>
          <Input id="passkey-name" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </Field>
        <Button disabled={!name.trim()} loading={begin.isPending || add.isPending} onClick={() => void make()}>
          {t('ownPasskeys.add')}
        </Button>
      </div>
      {failed !== null && <PasskeyFailure error={failed} />}
      {dialog}
    </>
  );
}
