import {
  GRACE_DAYS_OF_ONE,
  type KeepFor,
  keepForSchema,
  type RetentionCondition,
  retentionConditionSchema,
  type RetentionSchedule,
  retentionScheduleSchema,
  type RetentionView,
} from '#contracts';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { FormPart } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { ProposalForm } from '../../components/proposal-form.js';
import { useProposeSchedule, useSimulation } from '../../data/retention.js';
import { useMe } from '../../data/session.js';
import { firstSchedule, groundOf } from './schedule.rules.js';
import { useFormat } from '../../format/use-format.js';
import { SimulationPart } from './simulation-part.js';

interface Draft {
  rules: Rule[];
  default: RetentionSchedule['default'];
  graceDays: number;
}

/** Writes a change, shows what it would do, and only then proposes it to a second person. */
export function ScheduleEditor({ view, onDone }: { view: RetentionView; onDone: () => void }) {
  const { t } = useTranslation();
  const { smallHouse } = useMe();
  // The version from which the editor began: if another comes into force meanwhile, the server says so.
  const [from] = useState(view.current?.version ?? 0);
  const [draft, setDraft] = useState<Draft>(view.current?.schedule ?? firstSchedule(view.region));
  const [tried, setTried] = useState<Draft | null>(null);
  const [simulation, propose] = [useSimulation(), useProposeSchedule()];
  const schedule = retentionScheduleSchema.safeParse(draft).data ?? null;
  const same = JSON.stringify(draft) === JSON.stringify(view.current?.schedule);
  const isTried = simulation.data !== undefined && tried === draft;
  const run = () => {
    if (!schedule) return;
    setTried(draft);
    simulation.mutate(schedule);
  };
  return (
    <section className="admin-section" aria-labelledby="retention-editing">
      <h2 id="retention-editing">{t('retention.editing')}</h2>
      {view.current === null && (
        <p className="admin-hint">
          {t(`retention.first.${groundOf(view.region)}`)} {t('retention.first.note')}
        </p>
      )}
      <Parts draft={draft} clients={view.clients} onChange={setDraft} />
      {schedule === null && <p className="admin-wrong">{t('retention.invalid')}</p>}
      {same && <p className="admin-hint">{t('retention.same')}</p>}
      {smallHouse && draft.graceDays < GRACE_DAYS_OF_ONE && <p className="admin-hint">{t('retention.graceOfOne')}</p>}
      <Acts>
        <Button disabled={schedule === null || same} loading={simulation.isPending} onClick={run}>
          {t('retention.simulate')}
        </Button>
        <Button onClick={onDone}>{t('retention.stopEditing')}</Button>
        {tried && !isTried && !simulation.isPending && <span>{t('retention.simulateAgain')}</span>}
      </Acts>
      <Failed of={simulation} />
      {isTried && schedule && <SimulationPart simulation={simulation.data} schedule={schedule} />}
      <ProposalForm
        label={t('retention.proposalReason')}
        hint={t('retention.proposalHint')}
        propose={t('retention.propose')}
        isPending={propose.isPending}
        first={isTried ? null : t('retention.simulateFirst')}
        isReady={schedule !== null}
        onPropose={(reason) => schedule && propose.mutate({ from, schedule, reason }, { onSuccess: onDone })}
      />
      <Failed of={propose} />
    </section>
  );
}

interface PartsProps {
  draft: Draft;
  clients: RetentionView['clients'];
  onChange: (draft: Draft) => void;
}

function Parts({ draft, clients, onChange }: PartsProps) {
  const { t } = useTranslation();
  const { rules } = draft;
  const add = () => onChange({ ...draft, rules: [...rules, { when: {}, keep: { count: 1, unit: 'years' } }] });
  return (
    <>
      {rules.map((rule, at) => (
        <RuleFields
          key={at}
          n={at + 1}
          rule={rule}
          clients={clients}
          onChange={(next) => onChange({ ...draft, rules: rules.map((one, i) => (i === at ? next : one)) })}
          onRemove={() => onChange({ ...draft, rules: rules.filter((_, i) => i !== at) })}
        />
      ))}
      <Acts>
        <Button icon={<PlusOutlined aria-hidden />} disabled={rules.length >= 100} onClick={add}>
          {t('retention.addRule')}
        </Button>
      </Acts>
      <div
        className="retention-default flex wraps at-end gap-3 around-2"
        role="group"
        aria-label={t('retention.default')}
      >
        <b>{t('retention.default')}</b>
        <KeepFields keep={draft.default} onChange={(keep) => onChange({ ...draft, default: keep })} />
        <FormPart
          body={retentionScheduleSchema}
          value={draft}
          onChange={(part) => onChange({ ...draft, ...part })}
          fields={[{ of: 'graceDays', label: `${t('retention.grace')} (${t('retention.units.days')})` }]}
        />
      </div>
    </>
  );
}

interface Rule {
  when: RetentionCondition;
  keep: KeepFor;
}

interface Props {
  n: number;
  rule: Rule;
  clients: RetentionView['clients'];
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

/** One rule: what it asks of a call, and how long it keeps it. */
function RuleFields({ n, rule: { when, keep }, clients, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { text } = useFormat();
  return (
    <div
      className="retention-rule grid at-end gap-2 ruled-below padded-row"
      role="group"
      aria-label={t('retention.ruleName', { n })}
    >
      <FormPart<Partial<Record<keyof RetentionCondition, string | undefined>>>
        body={retentionConditionSchema}
        value={when}
        onChange={(part) => {
          const facts = Object.entries({ ...when, ...part }).flatMap(([fact, said]) =>
            said?.trim() ? [[fact, said.trim()]] : [],
          );
          onChange({ when: Object.fromEntries(facts) as RetentionCondition, keep });
        }}
        fields={[
          { of: 'outcome', label: t('retention.fact.outcome'), max: 63 },
          { of: 'purpose', label: t('retention.fact.purpose'), max: 63 },
          { of: 'queue', label: t('retention.fact.queue') },
          {
            of: 'clientId',
            as: 'choice',
            label: t('retention.fact.clientId'),
            control: { allowClear: true },
            options: clients.map(({ clientId, name }) => ({ value: clientId, label: text(name) })),
          },
          {
            of: 'direction',
            label: t('retention.fact.direction'),
            control: { allowClear: true },
            words: (one) => t(`call.direction.${one as 'inbound'}`),
          },
        ]}
      />
      <KeepFields keep={keep} onChange={(next) => onChange({ when, keep: next })} />
      <Button icon={<DeleteOutlined />} aria-label={t('retention.removeRule', { n })} onClick={onRemove} />
    </div>
  );
}

/** A length of time as schedules say it. */
function KeepFields({ keep, onChange }: { keep: KeepFor; onChange: (keep: KeepFor) => void }) {
  const { t } = useTranslation();
  return (
    <FormPart
      body={keepForSchema}
      value={keep}
      onChange={(part) => onChange({ ...keep, ...part })}
      fields={[
        { of: 'count', label: t('retention.count'), max: 36_500 },
        { of: 'unit', label: t('retention.unit'), words: (one) => t(`retention.units.${one}`) },
      ]}
    />
  );
}
