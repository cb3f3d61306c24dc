import { giveUpReasonSchema, type GiveUpReason, type GiveUpRequest } from '#contracts';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../data/use-typed.js';
import { ActionDialog } from './action-dialog.js';
import './give-up-dialog.css';

interface Props {
  title: string;
  send: (why: GiveUpRequest) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why a call, or a group of them, is given up. There is no undo but a retry, so it takes a reason. */
export function GiveUpDialog({ title, send, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useTyped<GiveUpReason | null>('give-up reason', null);
  const [note, setNote] = useTyped('give-up note', '');
  const [tried, setTried] = useState(false);
  const [noteId, missingId] = [useId(), useId()];
  const missing = whatIsMissing(reason, note);
  const giveUp = () => send({ reason: reason as GiveUpReason, ...(note.trim() && { note: note.trim() }) });
  return (
    <ActionDialog
      title={title}
      okText={t('giveUp.confirm')}
      ready={() => {
        setTried(true);
        return missing === null;
      }}
      send={giveUp}
      onClose={onClose}
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
      </div>
    </ActionDialog>
  );
}

function whatIsMissing(reason: GiveUpReason | null, note: string): 'reasonMissing' | 'noteMissing' | null {
  if (reason === null) return 'reasonMissing';
  return reason === 'other' && note.trim() === '' ? 'noteMissing' : null;
}
