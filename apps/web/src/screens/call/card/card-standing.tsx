import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSayDone } from '../../../components/opened/say.js';
import { Failed } from '../../../components/failure-note.js';
import { useRescoreCall } from '../../../data/reviews.js';
import { useFormat } from '../../../format/use-format.js';
import { parts } from '../../../components/opened/part.js';
import { useCallPage } from '../call-page.js';
import { checklistsOf, whyOf } from '../rules/chosen-card.rules.js';

const { CardLines, ReadNote, RetractButton, RetractedNote } = parts(() => import('./standing-parts.js'));

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
      {open && <CardLines cards={ofList} />}
    </div>
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

function Rescore() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const done = useSayDone();
  const rescore = useRescoreCall(call.callId);
  if (!call.may.rescore) return null;
  return (
    <>
      <Button
        size="small"
        loading={rescore.isPending}
        onClick={() =>
          rescore.mutate(undefined, {
            onSuccess: () => done(t('standing.rescoreAsked')),
          })
        }
      >
        {t('standing.rescore')}
      </Button>
      <Failed of={rescore} />
    </>
  );
}
