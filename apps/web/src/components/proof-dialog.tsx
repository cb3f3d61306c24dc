import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepUpProof } from '../data/account.js';
import { usePasskeyProof } from '../data/passkeys.js';
import { onProved as onProvedElsewhere, useWaysIn } from '../data/provider.js';
import { useMe } from '../data/session.js';
import { useFormat } from '../format/use-format.js';
import { Field } from './admin-page.js';
import { PasskeyFailure } from './passkey-failure.js';
import { NOT_DONE, SendDialog } from './send-dialog.js';

interface Props {
  onProved: () => void;
  onCancel: () => void;
}

/** Asks who sits there, by any of the account's proofs. */
export function ProofDialog({ onProved, onCancel }: Props) {
  const { t } = useTranslation();
  const { proofs } = useMe();
  const proof = useStepUpProof();
  const [text, setText] = useState('');
  const id = useId();
  const typed = proofs.includes('code') ? 'code' : proofs.includes('password') ? 'password' : null;
  const field = {
    id,
    value: text,
    autoFocus: true,
    onChange: ({ target }: { target: { value: string } }) => setText(target.value),
  };
  const prove = async () => {
    if (typed === null) return NOT_DONE;
    return proof.mutateAsync(typed === 'code' ? { code: text } : { password: text });
  };
  return (
    <SendDialog
      title={t('stepUp.title')}
      okText={t('stepUp.go')}
      cancelText={t('stepUp.cancel')}
      disabled={text.trim() === ''}
      send={prove}
      onDone={onProved}
      onClose={onCancel}
      width={400}
    >
      {(go) => (
        <>
          <p>{t(`stepUp.${typed ?? 'other'}Why`)}</p>
          {typed && (
            <Field label={t(`stepUp.${typed}`)} htmlFor={id}>
              {typed === 'code' ? (
                <Input {...field} onPressEnter={go} inputMode="numeric" autoComplete="one-time-code" maxLength={40} />
              ) : (
                <Input.Password {...field} onPressEnter={go} autoComplete="current-password" maxLength={256} />
              )}
            </Field>
          )}
          {proofs.includes('passkey') && <ByPasskey onProved={onProved} />}
          {proofs.includes('provider') && <AtProvider onProved={onProved} />}
        </>
      )}
    </SendDialog>
  );
}

function ByPasskey({ onProved }: { onProved: () => void }) {
  const { t } = useTranslation();
  const proof = usePasskeyProof();
  return (
    <>
      <Button block loading={proof.isPending} onClick={() => proof.mutate(undefined, { onSuccess: onProved })}>
        {t('passkeys.use')}
      </Button>
      {proof.error ? <PasskeyFailure error={proof.error} /> : null}
    </>
  );
}

/** A window of its own goes to the provider and back, so that what is being done here stays. */
function AtProvider({ onProved }: { onProved: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useWaysIn().data?.provider?.label;
  useEffect(() => onProvedElsewhere(onProved), [onProved]);
  if (!label) return null;
  return (
    <Button block onClick={() => window.open('/sign-in/again', 'shouwen-again', 'width=520,height=720')}>
      {t('stepUp.atProvider', { label: format.text(label) })}
    </Button>
  );
}
