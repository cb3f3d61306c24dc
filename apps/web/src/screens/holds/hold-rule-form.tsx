import { type HoldRule, holdRuleSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DayChoice } from '../../components/day-choice.js';
import { FormPart } from '../../components/dialogs.js';
import { useClear } from '../../components/use-clear.js';
import { useChoices } from '../calls/use-choices.js';

/** The parts of a rule; what is left empty asks for nothing. */
export function HoldRuleForm({ rule, onChange }: { rule: HoldRule; onChange: (rule: HoldRule) => void }) {
  const { t } = useTranslation();
  const { choices, searchAgents } = useChoices();
  const clear = useClear();
  const several = { as: 'several' as const, placeholder: t('holds.form.any') };
  const found = { showSearch: { optionFilterProp: 'label' } };
  const found2 = { showSearch: { optionFilterProp: 'label', onSearch: searchAgents } };
  return (
    <div className="admin-fields">
      <FormPart<{ [K in keyof HoldRule]?: HoldRule[K] | '' | undefined }>
        body={holdRuleSchema}
        value={{ ...rule, direction: rule.direction ?? '' }}
        onChange={(part) =>
          onChange(
            Object.fromEntries(Object.entries({ ...rule, ...part }).filter(([, value]) => isSaid(value))) as HoldRule,
          )
        }
        fields={[
          {
            of: 'customer',
            label: t('holds.form.customer'),
            hint: t('holds.form.customerHint'),
            control: { allowClear: clear },
          },
          {
            of: 'direction',
            label: t('holds.form.direction'),
            options: [
              { value: '', label: t('holds.form.anyDirection') },
              ...(['inbound', 'outbound', 'internal'] as const).map((value) => ({
                value,
                label: t(`call.direction.${value}`),
              })),
            ],
          },
          { of: 'from', label: t('holds.form.from'), draw: (day) => <DayChoice {...day} /> },
          { of: 'to', label: t('holds.form.to'), draw: (day) => <DayChoice {...day} /> },
          { of: 'teamIds', ...several, label: t('holds.form.teams'), control: found, options: choices.team ?? [] },
          {
            of: 'clientIds',
            ...several,
            label: t('holds.form.clients'),
            control: found,
            options: choices.client ?? [],
          },
          {
            of: 'personIds',
            ...several,
            label: t('holds.form.persons'),
            control: found2,
            options: choices.agent ?? [],
          },
        ]}
      />
    </div>
  );
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
