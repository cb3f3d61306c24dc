import { goalMeasureSchema, type CoachingView, type GoalMeasure } from '#contracts';
import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { TimeField } from '../../components/time-field.js';
import { useSetGoal } from '../../data/coaching.js';
import { useMe } from '../../data/session.js';
import { siteDay } from '../../format/site-day.js';
import { useFormat } from '../../format/use-format.js';

const DAYS = 28;
/** To begin with; the coach sets another bound. */
const BOUNDS: Record<GoalMeasure, number> = { longest_silence: 10, interruptions: 1, talk_share: 60 };

/** Sets a goal: an item of a moment that is to be met, or a measure that is to stay small. */
export function GoalDialog({ session, onClose }: { session: CoachingView; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { timeZone } = useMe();
  const set = useSetGoal(session.sessionId);
  const items = new Map(
    session.moments.flatMap(({ item }) => (item ? [[`${item.checklistId} ${item.itemId}`, item]] : [])),
  );
  const [first] = items.keys();
  const [what, setWhat] = useState<string>(first ?? 'longest_silence');
  const measure = goalMeasureSchema.safeParse(what).data;
  const [most, setMost] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(80);
  const [fromDay, setFrom] = useState(siteDay(timeZone));
  const [untilDay, setUntil] = useState(siteDay(timeZone, DAYS));
  const id = useId();
  const item = items.get(what);
  return (
    <ActionDialog
      title={t('coachingPage.goals.set')}
      okText={t('coachingPage.goals.send')}
      disabled={target === null || !fromDay || !untilDay}
      keeps
      send={async () => {
        if (target === null) return;
        const goal = measure
          ? { measure: { name: measure, atMost: most ?? BOUNDS[measure] } }
          : item && { item: { checklistId: item.checklistId, itemId: item.itemId } };
        await set.mutateAsync({ ...goal, targetPercent: target, fromDay, untilDay });
      }}
      onClose={onClose}
    >
      <Field label={t('coachingPage.goals.of')} htmlFor={`${id}-what`}>
        <Select
          id={`${id}-what`}
          value={what}
          onChange={(one: string) => {
            setWhat(one);
            // A bound is of its measure.
            setMost(null);
          }}
          options={[
            ...[...items].map(([value, one]) => ({ value, label: text(one.title) })),
            ...goalMeasureSchema.options.map((value) => ({ value, label: t(`coachingPage.goals.name.${value}`) })),
          ]}
        />
      </Field>
      {measure && (
        <Field label={t(`coachingPage.goals.most.${measure}`)} htmlFor={`${id}-most`}>
          <InputNumber id={`${id}-most`} min={0} max={3600} value={most ?? BOUNDS[measure]} onChange={setMost} />
        </Field>
      )}
      <Field label={t('coachingPage.goals.target')} htmlFor={`${id}-target`} hint={t('coachingPage.goals.targetHint')}>
        <InputNumber id={`${id}-target`} min={1} max={100} precision={0} value={target} onChange={setTarget} />
      </Field>
      <Field label={t('coachingPage.goals.from')} htmlFor={`${id}-from`}>
        <TimeField id={`${id}-from`} exactness="day" value={fromDay} onChange={setFrom} />
      </Field>
      <Field label={t('coachingPage.goals.until')} htmlFor={`${id}-until`}>
        <TimeField id={`${id}-until`} exactness="day" value={untilDay} onChange={setUntil} />
      </Field>
    </ActionDialog>
  );
}
