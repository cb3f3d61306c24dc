import {
  type KeepFor,
  RETENTION_FACTS,
  type RetentionCondition,
  type RetentionFact,
  type RetentionSchedule,
  type RetentionView,
} from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { useFormat } from '../../format/use-format.js';
import { factsOf, fitting, inOrder, type PlacedRule } from './schedule.rules.js';
import { DataTable } from '../../components/data-table.js';

type Facts = Partial<Record<RetentionFact, string>>;

/** Which rule a call would follow, and which others fit without winning. */
export function TryCall({ schedule, clients }: { schedule: RetentionSchedule; clients: RetentionView['clients'] }) {
  const { t } = useTranslation();
  const words = useScheduleWords(clients);
  const [facts, setFacts] = useState<Facts>({});
  const [winner, ...others] = fitting(inOrder(schedule), facts);
  return (
    <section className="admin-section">
      <h2>{t('retention.try')}</h2>
      <p className="admin-hint">{t('retention.tryHint')}</p>
      <FactFields facts={facts} clients={clients} onChange={setFacts} />
      <p role="status">
        {winner
          ? t('retention.wins', { order: winner.order, keep: words.keep(winner.keep), when: words.when(winner.when) })
          : t('retention.winsDefault', { keep: words.keep(schedule.default) })}
        {others.length > 0 &&
          ` ${t('retention.also', { orders: others.map(({ order }) => order).join(t('retention.join')) })}`}
      </p>
    </section>
  );
}

function FactFields(props: { facts: Facts; clients: RetentionView['clients']; onChange: (facts: Facts) => void }) {
  const { facts, clients, onChange } = props;
  const { t } = useTranslation();
  const { text } = useFormat();
  const id = useId();
  const set = (fact: RetentionFact, value: string | undefined) =>
    onChange(
      Object.fromEntries(RETENTION_FACTS.flatMap((one) => (one === fact ? pair(one, value) : pair(one, facts[one])))),
    );
  const options: Partial<Record<RetentionFact, { value: string; label: string }[]>> = {
    clientId: clients.map(({ clientId, name }) => ({ value: clientId, label: text(name) })),
    direction: (['inbound', 'outbound', 'internal'] as const).map((value) => {
      return { value, label: t(`call.direction.${value}`) };
    }),
  };
  return (
    <div className="retention-try grid gap-3 around-2">
      {RETENTION_FACTS.map((fact) => (
        <Field key={fact} label={t(`retention.fact.${fact}`)} htmlFor={`${id}${fact}`}>
          {options[fact] ? (
            <Select
              id={`${id}${fact}`}
              allowClear
              placeholder={t('retention.anyDirection')}
              value={facts[fact] ?? null}
              onChange={(value: string | null) => set(fact, value ?? undefined)}
              options={options[fact]}
            />
          ) : (
            <Input
              id={`${id}${fact}`}
              maxLength={63}
              value={facts[fact] ?? ''}
              onChange={({ target }) => set(fact, target.value.trim() || undefined)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

const pair = (fact: RetentionFact, value: string | undefined): [RetentionFact, string][] =>
  value === undefined ? [] : [[fact, value]];

interface Props {
  schedule: RetentionSchedule;
  clients: RetentionView['clients'];
}

/** A schedule in the order in which its rules win, and why each has its place. */
export function ScheduleTable({ schedule, clients }: Props) {
  const { t } = useTranslation();
  const words = useScheduleWords(clients);
  const { graceDays } = schedule;
  return (
    <>
      <DataTable
        className="above-2 measure-wide"
        rows={[...inOrder(schedule), null]}
        keyOf={(rule) => String(rule?.order ?? 'default')}
        columns={[
          { name: t('retention.column.order'), cell: (rule) => rule?.order ?? schedule.rules.length + 1 },
          { name: t('retention.column.when'), cell: (rule) => (rule ? words.when(rule.when) : t('retention.default')) },
          {
            name: t('retention.column.keep'),
            why: 'kept',
            cell: (rule) => words.keep((rule ?? { keep: schedule.default }).keep),
          },
          { name: t('retention.column.why'), cell: (rule) => (rule ? words.why(rule) : t('retention.whyDefault')) },
        ]}
      />
      <p className="admin-hint">
        {graceDays === 0 ? t('retention.noGrace') : t('retention.graceDays', { count: graceDays })}
      </p>
    </>
  );
}

/** Parts of a schedule as sentences. */
export function useScheduleWords(clients: RetentionView['clients']) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const valueOf = (when: RetentionCondition, fact: RetentionFact): string => {
    if (fact === 'direction' && when.direction) return t(`call.direction.${when.direction}`);
    if (fact !== 'clientId') return when[fact] ?? '';
    const client = clients.find(({ clientId }) => clientId === when.clientId);
    return client ? text(client.name) : t('retention.unknownClient');
  };
  const when = (condition: RetentionCondition): string =>
    factsOf(condition)
      .map((fact) => t('retention.is', { fact: t(`retention.fact.${fact}`), value: valueOf(condition, fact) }))
      .join(t('retention.join'));
  return {
    when,
    keep: ({ count, unit }: KeepFor): string => t(`retention.keep.${unit}`, { count }),
    why: ({ when: condition }: PlacedRule): string => {
      const facts = factsOf(condition);
      return t('retention.whyFirst', {
        conditions: t('retention.conditions', { count: facts.length }),
        fact: t(`retention.fact.${facts[0] ?? 'direction'}`),
      });
    },
  };
}
