import { giveUpReasonSchema, type GiveUpReason, type GiveUpRequest } from '#contracts';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from './opened/modal.js';
import { FailureNote } from './failure-note.js';
import './give-up-dialog.css';

interface Props {
  open: boolean;
  title: string;
  sending: boolean;
  error: unknown;
  onCancel: () => void;
  onGiveUp: (why: GiveUpRequest) => void;
}

/** Asks why a call, or a group of them, is given up. There is no undo but a retry, so it takes a reason. */
export function GiveUpDialog({ open, title, sending, error, onCancel, onGiveUp }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<GiveUpReason | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [noteId, missingId] = [useId(), useId()];
  const missing = whatIsMissing(reason, note);
  const send = () => {
    setTried(true);
    if (missing === null && reason !== null) onGiveUp({ reason, ...(note.trim() && { note: note.trim() }) });
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={t('giveUp.confirm')}
      cancelText={t('giveUp.cancel')}
      okButtonProps={{ loading: sending }}
      onOk={send}
      onCancel={onCancel}
      destroyOnHidden
      width={480}
    >
      <div className="give-up">
        <p>{t('giveUp.consequence')}</p>
        <fieldset>
          <legend>{t('giveUp.reason')}</legend>
          <Radio.Group value={reason} onChange={({ target }) => setReason(target.value as GiveUpReason)}>
            {giveUpReasonSchema.options.map((option) => (
              <Radio key={option} value={option}>
                {t(`giveUp.why.${option}`)}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        <label htmlFor={noteId}>{t('giveUp.note')}</label>
        <Input.TextArea
          id={noteId}
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          aria-describedby={missingId}
          onChange={({ target }) => setNote(target.value)}
        />
        <small
          id={missingId}
          role={tried && missing ? 'alert' : undefined}
          className={tried && missing ? 'missing' : ''}
        >
          {tried && missing ? t(`giveUp.${missing}`) : t('giveUp.noteHint')}
        </small>
        {error ? <FailureNote error={error} /> : null}
      </div>
    </Modal>
  );
}

function whatIsMissing(reason: GiveUpReason | null, note: string): 'reasonMissing' | 'noteMissing' | null {
  if (reason === null) return 'reasonMissing';
  return reason === 'other' && note.trim() === '' ? 'noteMissing' : null;
}
