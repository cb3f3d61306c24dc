import { newAcknowledgementSchema, type ScorecardView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/dialogs.js';
import { useAcknowledge } from '../../../data/reviews.js';
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
    <div className="read-ask row gap-2 dense sunk padded-box above-2">
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
  const { call } = useCallPage();
  const acknowledge = useAcknowledge(call.callId, scorecardId);
  return (
    <FormDialog
      title={t('reading.title')}
      okText={t('reading.say')}
      keeps
      name={`read ${scorecardId}`}
      body={newAcknowledgementSchema}
      fields={[
        <p className="admin-hint">{t('reading.hint')}</p>,
        { of: 'note', as: 'lines', label: t('reading.note') },
      ]}
      send={acknowledge.mutateAsync}
      onClose={onClose}
    />
  );
}
