import type { ScorecardView } from '#contracts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../../data/use-typed.js';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { useAcknowledge } from '../../../data/acknowledgements.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

interface ReadNoteProps {
  card: ScorecardView;
  of: NonNullable<ScorecardView['acknowledgement']>;
}

/** Whether the agent has said that they read the review; to the agent, the button that says it. */
export function ReadNote({ card, of: { askedAt, at, note, mine } }: ReadNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (at !== null)
    return (
      <p className="standing-why">
        {t(mine ? 'reading.youRead' : 'reading.read', { at: format.dateTime(at) })}
        {note && (
          <>
            {' '}
            <q>{note}</q>
          </>
        )}
      </p>
    );
  if (!mine) return <p className="standing-why">{t('reading.unread', { at: format.dateTime(askedAt) })}</p>;
  return (
    <div className="read-ask">
      <p>{t('reading.ask')}</p>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {t('reading.say')}
      </Button>
      {open && <SayRead card={card} onClose={() => setOpen(false)} />}
    </div>
  );
}

function SayRead({ card: { scorecardId }, onClose }: { card: ScorecardView; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { call } = useCallPage();
  const acknowledge = useAcknowledge(call.callId, scorecardId);
  const [note, setNote] = useTyped(`read ${scorecardId}`, '');
  return (
    <ActionDialog
      title={t('reading.title')}
      okText={t('reading.say')}
      keeps
      send={() => acknowledge.mutateAsync(note.trim() === '' ? {} : { note })}
      onClose={onClose}
    >
      <p className="admin-hint">{t('reading.hint')}</p>
      <Field label={t('reading.note')} htmlFor={id}>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
