import type { HoldRule } from '#contracts';
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { DayChoice } from '../../components/day-choice.js';
import { useClear } from '../../components/use-clear.js';
import { useChoices } from '../calls/use-choices.js';

/** The parts of a rule; what is left empty asks for nothing. */
export function HoldRuleForm({ rule, onChange }: { rule: HoldRule; onChange: (rule: HoldRule) => void }) {
  const { t } = useTranslation();
  const { choices, searchAgents } = useChoices();
  const clear = useClear();
  const id = useId();
  const set = (part: { [K in keyof HoldRule]?: HoldRule[K] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...rule, ...part }).filter(([, value]) => isSaid(value))));
  const several = (name: 'teamIds' | 'clientIds' | 'personIds', label: string, options: typeof choices.team) => (
    <Field label={label} htmlFor={`${id}${name}`}>
      <Select
        id={`${id}${name}`}
        mode="multiple"
        value={rule[name] ?? []}
        onChange={(ids) => set({ [name]: ids })}
        showSearch={{ optionFilterProp: 'label', ...(name === 'personIds' && { onSearch: searchAgents }) }}
        placeholder={t('holds.form.any')}
        options={options ?? []}
      />
    </Field>
  );
  const day = (name: 'from' | 'to') => (
    <Field label={t(`holds.form.${name}`)} htmlFor={`${id}${name}`}>
      <DayChoice id={`${id}${name}`} value={rule[name]} onChange={(chosen) => set({ [name]: chosen })} />
    </Field>
  );
  return (
    <div className="admin-fields">
      <Field label={t('holds.form.customer')} htmlFor={`${id}customer`} hint={t('holds.form.customerHint')}>
        <Input
          id={`${id}customer`}
          maxLength={80}
          allowClear={clear}
          value={rule.customer ?? ''}
          onChange={({ target }) => set({ customer: target.value })}
        />
      </Field>
      <Field label={t('holds.form.direction')} htmlFor={`${id}direction`}>
        <Select
          id={`${id}direction`}
          value={rule.direction ?? ''}
          onChange={(direction) =>
            set({ direction: direction === '' ? undefined : (direction as HoldRule['direction']) })
          }
          options={[
            { value: '' as const, label: t('holds.form.anyDirection') },
            ...(['inbound', 'outbound', 'internal'] as const).map((value) => ({
              value,
              label: t(`call.direction.${value}`),
            })),
          ]}
        />
      </Field>
      {day('from')}
      {day('to')}
      {several('teamIds', t('holds.form.teams'), choices.team)}
      {several('clientIds', t('holds.form.clients'), choices.client)}
      {several('personIds', t('holds.form.persons'), choices.agent)}
    </div>
  );
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
