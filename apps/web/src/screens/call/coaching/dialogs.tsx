import { type Bilingual, newBestCallSchema, newMomentSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { InputNumber } from 'antd';
import { FormDialog } from '../../../components/dialogs.js';
import { Failed } from '../../../components/failure-note.js';
import { useNominate } from '../../../data/best-calls.js';
import { useAddMoment, useOpenCoaching, usePrepareCoaching } from '../../../data/coaching.js';
import { useFormat } from '../../../format/use-format.js';

export interface MomentToAdd {
  agent: { personId: string; name: Bilingual };
  callId: string;
  legId: string;
  item: { checklistId: string; itemId: string; title: Bilingual } | null;
  /** What is proposed, milliseconds; null where there is no place. */
  fromMs: number | null;
  toMs: number | null;
  durationMs: number | null;
}

export interface AddProps {
  moment: MomentToAdd;
  onClose: () => void;
}

/** What both bodies say of the moment but the stretch, which its fields ask for. */
const named = ({ callId, legId, item }: MomentToAdd) => ({
  callId,
  legId,
  ...(item && { item: { checklistId: item.checklistId, itemId: item.itemId } }),
});

const stretchOf = ({ fromMs, toMs }: { fromMs: number | null; toMs: number | null }) =>
  fromMs !== null && toMs !== null ? { fromMs, toMs } : {};

const NEW = 'new';
const addedSchema = z.object({ ...newMomentSchema.shape, where: z.string().default(NEW) });

/** As its fields show it: a player tells fractions of a millisecond. */
const tenths = (ms: number | null) => (ms === null ? null : Math.round(ms / 100) * 100);

/** Adds a moment to a session of its agent, or begins one with it, and goes there. */
export function AddToCoaching({ moment, onClose }: AddProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { agent, item, durationMs } = moment;
  const sessions = useOpenCoaching(agent.personId);
  const open = sessions.data?.items ?? [];
  const prepare = usePrepareCoaching();
  const add = useAddMoment();
  return (
    <FormDialog
      title={t('coaching.add.title', { agent: format.text(agent.name) })}
      okText={t('coaching.add.send')}
      keeps
      name={`moment ${moment.legId} ${moment.item?.itemId ?? ''}`}
      body={addedSchema}
      start={{ fromMs: tenths(moment.fromMs), toMs: tenths(moment.toMs), where: NEW }}
      beside={(typed) => ({ ...named(moment), ...stretchOf(typed) })}
      fields={(typed, set) => [
        <Failed of={sessions} />,
        open.length > 0 && {
          of: 'where',
          as: 'choice',
          label: t('coaching.add.where'),
          options: [
            { value: NEW, label: t('coaching.add.newOne') },
            ...open.map(({ sessionId, code, createdAt, state }) => ({
              value: sessionId,
              label: t('coaching.add.session', {
                code,
                at: format.day(createdAt),
                state: t(`coaching.state.${state}`),
              }),
            })),
          ],
        },
        item && <p>{t('coaching.add.item', { item: format.text(item.title) })}</p>,
        durationMs !== null && <StretchField value={typed} durationMs={durationMs} onChange={set} />,
        { of: 'note', as: 'lines', label: t('coaching.add.note'), hint: t('coaching.add.noteHint'), first: true },
      ]}
      disabled={({ fromMs, toMs }) => !item && (fromMs === null || toMs === null)}
      send={async ({ where, ...body }) => {
        const { sessionId } = await (where === NEW
          ? prepare.mutateAsync({ agentPersonId: agent.personId, moments: [body] })
          : add.mutateAsync({ sessionId: where, body }));
        void go(`/coaching/${sessionId}`);
      }}
      onClose={onClose}
    />
  );
}

/** Nominates a stretch as an example for others; its agent is asked, and a second person publishes it. */
export function Nominate({ moment, onClose }: AddProps) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const go = useNavigate();
  const nominate = useNominate();
  return (
    <FormDialog
      title={t('coaching.nominate.title', { agent: text(moment.agent.name) })}
      okText={t('coaching.nominate.send')}
      keeps
      name={`best call ${moment.legId} ${moment.item?.itemId ?? ''}`}
      body={newBestCallSchema}
      start={{
        title: moment.item ? text(moment.item.title) : '',
        scope: 'team',
        fromMs: tenths(moment.fromMs),
        toMs: tenths(moment.toMs),
      }}
      beside={(typed) => ({ ...named(moment), ...stretchOf(typed) })}
      fields={(typed, set) => [
        <p>{t('coaching.nominate.intro')}</p>,
        { of: 'title', label: t('coaching.nominate.what') },
        <StretchField value={typed} durationMs={moment.durationMs} onChange={set} />,
        {
          of: 'note',
          as: 'lines',
          rows: 2,
          label: t('coaching.nominate.note'),
          hint: t('coaching.nominate.noteHint'),
        },
        {
          of: 'scope',
          as: 'segments',
          label: t('coaching.nominate.scope'),
          words: (value) => t(`coaching.nominate.scopes.${value}`),
        },
      ]}
      disabled={({ fromMs, toMs }) => fromMs === null || toMs === null || fromMs >= toMs}
      send={async (body) => {
        await nominate.mutateAsync(body);
        void go('/best-calls?show=waiting');
      }}
      onClose={onClose}
    />
  );
}

/** Where a stretch begins and ends, in milliseconds; null while one is not there. */
interface Stretch {
  fromMs: number | null;
  toMs: number | null;
}

interface Props {
  value: Stretch;
  durationMs: number | null;
  onChange: (to: Partial<Stretch>) => void;
}

/** A stretch of a recording, asked for in seconds. */
function StretchField({ value: { fromMs, toMs }, durationMs, onChange }: Props) {
  const { t } = useTranslation();
  const end = (of: keyof Stretch, label: string, value: number | null, min: number) => (
    <>
      {label}
      <InputNumber
        aria-label={label}
        min={min}
        {...(durationMs !== null && { max: durationMs / 1000 })}
        step={0.5}
        value={value === null ? null : Math.round(value / 100) / 10}
        onChange={(to) => onChange({ [of]: to === null ? null : Math.round(to * 1000) })}
      />
    </>
  );
  return (
    <div className="row gap-2 below-3">
      {end('fromMs', t('coaching.add.from'), fromMs, 0)}
      {end('toMs', t('coaching.add.to'), toMs, (fromMs ?? 0) / 1000)}
      {t('coaching.add.seconds')}
    </div>
  );
}
