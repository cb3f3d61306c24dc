import { retractionReasonSchema, type ScorecardView } from '#contracts';
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSay } from '../../../components/opened/say.js';
import { Failed } from '../../../components/failure-note.js';
import { useRescoreCall } from '../../../data/reviews.js';
import { useFormat } from '../../../format/use-format.js';
import { part } from '../../../components/opened/part.js';
import { useCallPage } from '../call-page.js';
import { checklistsOf } from '../rules/chosen-card.rules.js';

const ReadNote = part<{ card: ScorecardView; of: NonNullable<ScorecardView['acknowledgement']> }>(
  () => import('./read-note.js'),
);
const RetractDialog = part<{ card: ScorecardView; onClose: () => void }>(() => import('./retract-dialog.js'));

/** Which of the leg's cards is on the screen, why it counts or does not, and the others. */
export function CardStanding() {
  const { t } = useTranslation();
  const { card, cards, shown, chooseCard, calibrating } = useCallPage();
  const [open, setOpen] = useState(false);
  if (!card) return null;
  if (card.withheld)
    return (
      <div className="standing label grid gap-1 soft ruled-below">
        <ChecklistSwitch />
        <p className="standing-why">
          {t(calibrating ? 'judge.blind.calibrating' : 'judge.blind.why')}{' '}
          {calibrating && <Link to={`/calibrations/${calibrating}`}>{t('judge.blind.calibrate')}</Link>}
        </p>
      </div>
    );
  const ofList = cards
    .filter(({ checklist }) => checklist.id === card.checklist.id)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    <div className="standing label grid gap-1 soft ruled-below">
      <ChecklistSwitch />
      <p className="standing-why">
        {t(`standing.${whyOf(card)}`)}
        {card !== shown && (
          <button type="button" className="plain link" onClick={() => chooseCard(null)}>
            {t('standing.backToShown')}
          </button>
        )}
      </p>
      <div className="row">
        <button type="button" className="plain link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <DownOutlined /> : <RightOutlined />} {t('standing.all', { count: ofList.length })}
        </button>
        <Rescore />
        {card.mayRetract && <RetractButton card={card} />}
      </div>
      {card.acknowledgement && <ReadNote card={card} of={card.acknowledgement} />}
      {card.retracted && <RetractedNote of={card.retracted} />}
      {open && (
        <ul className="standing-list">
          {ofList.map((one) => (
            <CardLine key={one.scorecardId} card={one} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** “Not trusted” has two causes that a reader can tell apart: too little judged, or words that cannot be relied on. */
function whyOf({ standing, points }: ScorecardView) {
  return standing === 'not_trusted'
    ? points === null
      ? ('below_coverage' as const)
      : ('unreliable' as const)
    : standing;
}

function RetractedNote({ of }: { of: NonNullable<ScorecardView['retracted']> }) {
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

function RetractButton({ card }: { card: ScorecardView }) {
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

function ChecklistSwitch() {
  const { t } = useTranslation();
  const format = useFormat();
  const { card, cards, chooseChecklist } = useCallPage();
  const lists = checklistsOf(cards);
  if (lists.length < 2) return null;
  return (
    <Segmented
      size="small"
      aria-label={t('standing.checklists')}
      value={card?.checklist.id ?? ''}
      options={lists.map(({ id, title }) => ({ value: id, label: format.text(title) }))}
      onChange={chooseChecklist}
    />
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

function Rescore() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const say = useSay();
  const rescore = useRescoreCall(call.callId);
  if (!call.may.rescore) return null;
  return (
    <>
      <Button
        size="small"
        loading={rescore.isPending}
        onClick={() =>
          rescore.mutate(undefined, {
            onSuccess: () => say(({ message }) => void message.success(t('standing.rescoreAsked'))),
          })
        }
      >
        {t('standing.rescore')}
      </Button>
      <Failed of={rescore} />
    </>
  );
}
