import type { PasskeyRow } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { PasskeyFailure } from '../../components/passkey-failure.js';
import { useProved, useStepUp } from '../../components/step-up.js';
import {
  knowsPasskeys,
  useAddPasskey,
  useAddPasskeyOptions,
  usePasskeys,
  useRemovePasskey,
} from '../../data/passkeys.js';
import { useFormat } from '../../format/use-format.js';

/** The passkeys of one's own account: made here, named, and removed. */
export function PasskeysSection() {
  const { t } = useTranslation();
  const passkeys = usePasskeys();
  const remove = useProved(useRemovePasskey());
  return (
    <section className="admin-section">
      <h2>{t('ownPasskeys.title')}</h2>
      <p className="admin-hint">{t('ownPasskeys.about')}</p>
      <WhenRead of={passkeys}>
        {({ items }) => (
          <ul className="account-list passkeys" hidden={items.length === 0}>
            {items.map((one) => (
              <PasskeyLine key={one.passkeyId} passkey={one} sending={remove.isPending} onRemove={remove.send} />
            ))}
          </ul>
        )}
      </WhenRead>
      {remove.said}
      {knowsPasskeys() ? <NewPasskey /> : <p className="admin-hint">{t('ownPasskeys.notHere')}</p>}
    </section>
  );
}

function PasskeyLine(props: { passkey: PasskeyRow; sending: boolean; onRemove: (id: string) => Promise<boolean> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { passkeyId, name, createdAt, lastUsedAt, synced } = props.passkey;
  return (
    <li>
      <span>
        {name}
        <small>
          {t('ownPasskeys.made', { at: format.dateTime(createdAt) })}{' '}
          {lastUsedAt ? t('ownPasskeys.lastUsed', { at: format.dateTime(lastUsedAt) }) : t('ownPasskeys.neverUsed')}{' '}
          {synced && t('ownPasskeys.synced')}
        </small>
      </span>
      <AskFirst
        ask={t('ownPasskeys.removeAsk', { name })}
        aria-label={t('ownPasskeys.removeName', { name })}
        onYes={() => void props.onRemove(passkeyId)}
        loading={props.sending}
      >
        {t('ownPasskeys.remove')}
      </AskFirst>
    </li>
  );
}

function NewPasskey() {
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
