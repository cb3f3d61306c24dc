import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepUpProof } from '../data/account.js';
import { Failed } from './failure-note.js';
import { Modal } from './opened/modal.js';

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
  const send = () => {
    if (text.trim() === '' || proof.isPending) return;
    proof.mutate(kind === 'code' ? { code: text } : { password: text }, { onSuccess: onProved });
  };
  const field = {
    id,
    value: text,
    autoFocus: true,
    onChange: ({ target }: { target: { value: string } }) => setText(target.value),
    onPressEnter: send,
  };
  return (
    <Modal
      open
      title={t('stepUp.title')}
      okText={t('stepUp.go')}
      cancelText={t('stepUp.cancel')}
      okButtonProps={{ loading: proof.isPending, disabled: text.trim() === '' }}
      onOk={send}
      onCancel={onCancel}
      width={400}
    >
      <p>{t(`stepUp.${kind}Why`)}</p>
      <div className="admin-field">
        <label htmlFor={id}>{t(`stepUp.${kind}`)}</label>
        {kind === 'code' ? (
          <Input {...field} inputMode="numeric" autoComplete="one-time-code" maxLength={40} />
        ) : (
          <Input.Password {...field} autoComplete="current-password" maxLength={256} />
        )}
      </div>
      <Failed of={proof} />
    </Modal>
  );
}
