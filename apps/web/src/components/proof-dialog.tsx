import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepUpProof } from '../data/account.js';
import { Field } from './admin-page.js';
import { SendDialog } from './send-dialog.js';

interface Props {
  kind: 'code' | 'password';
  onProved: () => void;
  onCancel: () => void;
}

/** Asks who sits there. */
export function ProofDialog({ kind, onProved, onCancel }: Props) {
  const { t } = useTranslation();
  const proof = useStepUpProof();
  const [text, setText] = useState('');
  const id = useId();
  const field = {
    id,
    value: text,
    autoFocus: true,
    onChange: ({ target }: { target: { value: string } }) => setText(target.value),
  };
  return (
    <SendDialog
      title={t('stepUp.title')}
      okText={t('stepUp.go')}
      cancelText={t('stepUp.cancel')}
      disabled={text.trim() === ''}
      send={() => proof.mutateAsync(kind === 'code' ? { code: text } : { password: text })}
      onDone={onProved}
      onClose={onCancel}
      width={400}
    >
      {(go) => (
        <>
          <p>{t(`stepUp.${kind}Why`)}</p>
          <Field label={t(`stepUp.${kind}`)} htmlFor={id}>
            {kind === 'code' ? (
              <Input {...field} onPressEnter={go} inputMode="numeric" autoComplete="one-time-code" maxLength={40} />
            ) : (
              <Input.Password {...field} onPressEnter={go} autoComplete="current-password" maxLength={256} />
            )}
          </Field>
        </>
      )}
    </SendDialog>
  );
}
