import type { Calibration, CalibrationAnswer } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { useSayDone } from '../../components/opened/say.js';
import { useAnswerCalibration } from '../../data/calibrations.js';
import { type CallSound, JudgedItem, type Entered } from './judged-item.js';

const NONE: Entered = { outcome: null, note: '', atMs: null };

/** A reviewer's own answers, item by item; they are kept when they say so, and submitted once. */
export function JudgePart({ calibration, sound }: { calibration: Calibration; sound: CallSound }) {
  const { t } = useTranslation();
  const done = useSayDone();
  const { calibrationId, items } = calibration;
  const answer = useAnswerCalibration(calibrationId);
  const [entered, setEntered] = useTyped<Record<string, Entered>>('answers', keptOf(calibration));
  const [changed, setChanged] = useState(false);
  const of = (itemId: string): Entered => entered[itemId] ?? NONE;
  const left = items.filter(({ itemId }) => of(itemId).outcome === null).length;
  const answers = items.flatMap(({ itemId }): CalibrationAnswer[] => {
    const { outcome, note, atMs } = of(itemId);
    return outcome === null ? [] : [{ itemId, outcome, note: note.trim() || null, atMs }];
  });
  const send = (submit: boolean) =>
    answer.mutate(
      { answers, submit },
      {
        onSuccess: () => {
          setChanged(false);
          done(t(submit ? 'calibrations.judge.submitted' : 'calibrations.judge.saved'));
        },
      },
    );
  const edit = (itemId: string) => (part: Partial<Entered>) => {
    setEntered((now) => ({ ...now, [itemId]: { ...(now[itemId] ?? NONE), ...part } }));
    setChanged(true);
  };
  return (
    <section className="admin-section">
      <h2>{t('calibrations.judge.title')}</h2>
      <p className="note">{t('calibrations.judge.note')}</p>
      <ol className="calibration-items grid gap-3">
        {items.map((item) => (
          <JudgedItem key={item.itemId} item={item} entered={of(item.itemId)} edit={edit(item.itemId)} sound={sound} />
        ))}
      </ol>
      <div className="calibration-send">
        <Button onClick={() => send(false)} loading={answer.isPending} disabled={!changed}>
          {t('calibrations.judge.save')}
        </Button>
        <AskFirst
          ask={t('calibrations.judge.submitAsk')}
          onYes={() => send(true)}
          disabled={left > 0}
          loading={answer.isPending}
          type="primary"
          size="middle"
        >
          {t('calibrations.judge.submit')}
        </AskFirst>
        <span role="status">
          {left > 0 ? t('calibrations.judge.left', { count: left }) : changed && t('calibrations.judge.unsaved')}
        </span>
      </div>
      <Failed of={{ error: answer.error }} />
    </section>
  );
}

const keptOf = ({ items }: Calibration): Record<string, Entered> =>
  Object.fromEntries(
    items.flatMap(({ itemId, own }) =>
      own ? [[itemId, { outcome: own.outcome, note: own.note ?? '', atMs: own.atMs }]] : [],
    ),
  );
