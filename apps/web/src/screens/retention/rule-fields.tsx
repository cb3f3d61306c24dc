import type { KeepFor, RetentionCondition, RetentionView } from '#contracts';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { useFormat } from '../../format/use-format.js';

export interface Rule {
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
export function RuleFields({ n, rule: { when, keep }, clients, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const id = useId();
  const set = (fact: keyof RetentionCondition, value: string | undefined) => {
    const { [fact]: _before, ...rest } = when;
    onChange({ when: (value ? { ...rest, [fact]: value } : rest) as RetentionCondition, keep });
  };
  const word = (fact: 'outcome' | 'purpose' | 'queue') => (
    <Field label={t(`retention.fact.${fact}`)} htmlFor={`${id}${fact}`}>
      <Input
        id={`${id}${fact}`}
        maxLength={fact === 'queue' ? 60 : 63}
        value={when[fact] ?? ''}
        onChange={({ target }) => set(fact, target.value.trim())}
      />
    </Field>
  );
  const choice = (fact: 'clientId' | 'direction', options: { value: string; label: string }[]) => (
    <Field label={t(`retention.fact.${fact}`)} htmlFor={`${id}${fact}`}>
      <Select
        id={`${id}${fact}`}
        allowClear
        value={when[fact] ?? null}
        onChange={(value: string | null) => set(fact, value ?? undefined)}
        options={options}
      />
    </Field>
  );
  return (
    <div className="retention-rule" role="group" aria-label={t('retention.ruleName', { n })}>
      {word('outcome')}
      {word('purpose')}
      {word('queue')}
      {choice(
        'clientId',
        clients.map(({ clientId, name }) => ({ value: clientId, label: text(name) })),
      )}
      {choice(
        'direction',
        (['inbound', 'outbound', 'internal'] as const).map((value) => ({ value, label: t(`call.direction.${value}`) })),
      )}
      <KeepFields keep={keep} onChange={(next) => onChange({ when, keep: next })} />
      <Button icon={<DeleteOutlined />} aria-label={t('retention.removeRule', { n })} onClick={onRemove} />
    </div>
  );
}

/** A length of time as schedules say it. */
export function KeepFields({ keep, onChange }: { keep: KeepFor; onChange: (keep: KeepFor) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <Field label={t('retention.count')} htmlFor={`${id}n`}>
        <InputNumber
          id={`${id}n`}
          min={1}
          max={36_500}
          precision={0}
          value={keep.count}
          onChange={(count) => onChange({ ...keep, count: count ?? 1 })}
        />
      </Field>
      <Field label={t('retention.unit')} htmlFor={`${id}u`}>
        <Select
          id={`${id}u`}
          value={keep.unit}
          onChange={(unit) => onChange({ ...keep, unit })}
          options={(['days', 'months', 'years'] as const).map((value) => ({
            value,
            label: t(`retention.units.${value}`),
          }))}
        />
      </Field>
    </>
  );
}
