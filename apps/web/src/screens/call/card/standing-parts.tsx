import { newAcknowledgementSchema, newRetractionSchema, retractionReasonSchema, type ScorecardView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/dialogs.js';
import { useAcknowledge, useRetractReview } from '../../../data/reviews.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { whyOf } from '../rules/chosen-card.rules.js';

/** The cards that this checklist gave the leg, the newest first: a choice of another to look at. */
export function CardLines({ cards }: { cards: readonly ScorecardView[] }) {
  return (
    <ul className="standing-list">
      {cards.map((one) => (
        <CardLine key={one.scorecardId} card={one} />
      ))}
    </ul>
  );
}

function CardLine({ card }: { card: ScorecardView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { card: current, chooseCard } = useCallPage();
  const kind = card.author === 'automatic' && card.rescored ? 'rescored' : card.author;
  const by = card.by ? format.text(card.by) : null;
  const total =
    card.points === null || card.maxPoints === null
      ? '–'
      : t('judge.total', {
          count: card.maxPoints,
          points: format.number(card.points),
          max: format.number(card.maxPoints),
        });
  return (
    <li className={card.counts ? 'standing-counts' : undefined}>
      <button
        type="button"
        className="plain link"
        aria-current={card === current}
        onClick={() => chooseCard(card.scorecardId)}
      >
        {by ? t('standing.kindBy', { kind: t(`standing.kind.${kind}`), by }) : t(`standing.kind.${kind}`)}
      </button>
      <span>{format.dateTime(card.createdAt)}</span>
      <span>{t('standing.version', { version: card.checklist.version })}</span>
      <b>{total}</b>
      <small>{t(`standing.${whyOf(card)}`)}</small>
    </li>
  );
}

export function RetractedNote({ of }: { of: NonNullable<ScorecardView['retracted']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const why = retractionReasonSchema.safeParse(of.reason).data;
  return (
    <p className="standing-why">
      {t('retract.told', { by: format.text(of.by), at: format.dateTime(of.at) })}
      {why && ` ${t('judge.because', { why: t(`retract.reasons.${why}`) })}`}
      {of.note && <q>{of.note}</q>}
    </p>
  );
}

export function RetractButton({ card }: { card: ScorecardView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('retract.button')}
      </Button>
      {open && <RetractDialog card={card} onClose={() => setOpen(false)} />}
    </>
  );
}

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

/** Takes a published review back, with a reason. */
function RetractDialog({ card: { scorecardId }, onClose }: { card: ScorecardView; onClose: () => void }) {
  const { t } = useTranslation();
  const { call, chooseCard } = useCallPage();
  const retract = useRetractReview(call.callId, scorecardId);
  return (
    <FormDialog
      title={t('retract.title')}
      okText={t('retract.ok')}
      danger
      keeps
      name={`retract ${scorecardId}`}
      body={newRetractionSchema}
      fields={[
        <p className="admin-hint">{t('retract.intro')}</p>,
        {
          of: 'reason',
          label: t('retract.reason'),
          placeholder: t('judge.reasonPlaceholder'),
          words: (value) => t(`retract.reasons.${value}`),
        },
        { of: 'note', as: 'lines', label: t('judge.note') },
      ]}
      send={async (body) => {
        await retract.mutateAsync(body);
        chooseCard(null);
      }}
      onClose={onClose}
    />
  );
}
