import {
  goalMeasureSchema,
  momentChangeSchema,
  newCoachingSchema,
  newGoalSchema,
  type CoachingMoment,
  type CoachingView,
  type GoalMeasure,
} from '#contracts';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Field } from '../../components/admin-page.js';
import { FormDialog } from '../../components/dialogs.js';
import { Select } from '../../components/opened/select.js';
import { useFilterChoices } from '../../data/call-list.js';
import { useChangeMoment, usePrepareCoaching, useSetGoal } from '../../data/coaching.js';
import { useMe } from '../../data/session.js';
import { siteDay, useFormat } from '../../format/use-format.js';

/** Begins a session with an agent; what it is about comes on its page. */
export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { personId } = useMe();
  const [wanted, setWanted] = useState('');
  const agents = useFilterChoices(undefined, wanted).data?.agents ?? [];
  const prepare = usePrepareCoaching();
  return (
    <FormDialog
      title={t('coachingPage.prepare.title')}
      okText={t('coachingPage.prepare.send')}
      body={newCoachingSchema}
      fields={[
        {
          of: 'agentPersonId',
          as: 'choice',
          label: t('coachingPage.prepare.agent'),
          placeholder: t('coachingPage.prepare.choose'),
          control: { showSearch: true, filterOption: false, onSearch: setWanted },
          options: agents
            .filter((one) => one.personId !== personId)
            .map((one) => ({ value: one.personId, label: `${format.text(one.name)} ${one.staffNumber}` })),
        },
      ]}
      send={async (body) => void go(`/coaching/${(await prepare.mutateAsync(body)).sessionId}`)}
      onClose={onClose}
    />
  );
}

interface MomentProps {
  sessionId: string;
  moment: CoachingMoment;
  onClose: () => void;
}

/** Changes the stretch and what is said of it. */
export function MomentDialog({ sessionId, moment, onClose }: MomentProps) {
  const { t } = useTranslation();
  const change = useChangeMoment(sessionId, moment.momentId);
  return (
    <FormDialog
      title={t('coachingPage.moments.editTitle')}
      okText={t('coachingPage.moments.save')}
      keeps
      name={`moment ${moment.momentId}`}
      body={momentChangeSchema}
      start={{ fromMs: moment.fromMs, toMs: moment.toMs, note: moment.note ?? '' }}
      fields={({ fromMs }) => [
        { of: 'fromMs', as: 'seconds', label: t('coachingPage.moments.from') },
        { of: 'toMs', as: 'seconds', label: t('coachingPage.moments.to'), min: (fromMs ?? 0) / 1000 },
        { of: 'note', as: 'lines', label: t('coachingPage.moments.note') },
      ]}
      send={change.mutateAsync}
      onClose={onClose}
    />
  );
}

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
  const name = goalMeasureSchema.safeParse(what).data;
  const [most, setMost] = useState<number | null>(null);
  const item = items.get(what);
  const choose = (one: string) => {
    setWhat(one);
    // A bound is of its measure.
    setMost(null);
  };
  return (
    <FormDialog
      title={t('coachingPage.goals.set')}
      okText={t('coachingPage.goals.send')}
      keeps
      body={newGoalSchema}
      start={{ targetPercent: 80, fromDay: siteDay(timeZone), untilDay: siteDay(timeZone, DAYS) }}
      beside={
        name
          ? { measure: { name, atMost: most ?? BOUNDS[name] } }
          : item && { item: { checklistId: item.checklistId, itemId: item.itemId } }
      }
      fields={[
        <Field label={t('coachingPage.goals.of')} htmlFor="goal-of">
          <Select
            id="goal-of"
            value={what}
            onChange={choose}
            options={[
              ...[...items].map(([value, one]) => ({ value, label: text(one.title) })),
              ...goalMeasureSchema.options.map((value) => ({ value, label: t(`coachingPage.goals.name.${value}`) })),
            ]}
          />
        </Field>,
        name && (
          <Field label={t(`coachingPage.goals.most.${name}`)} htmlFor="goal-most">
            <InputNumber id="goal-most" min={0} max={3600} value={most ?? BOUNDS[name]} onChange={setMost} />
          </Field>
        ),
        { of: 'targetPercent', label: t('coachingPage.goals.target'), hint: t('coachingPage.goals.targetHint') },
        { of: 'fromDay', label: t('coachingPage.goals.from') },
        { of: 'untilDay', label: t('coachingPage.goals.until') },
      ]}
      send={set.mutateAsync}
      onClose={onClose}
    />
  );
}
