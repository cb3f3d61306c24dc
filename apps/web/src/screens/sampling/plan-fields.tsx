import { riskSchema, samplingPeriodSchema, samplingStrataSchema, type SamplingPlan } from '#contracts';
import { InputNumber, Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useChecklists } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';
import { useChoices } from '../calls/use-choices.js';

interface Props {
  plan: SamplingPlan;
  set: (part: Partial<SamplingPlan>) => void;
}

/** How calls are drawn: in which way, how many, in which period, and of which. */
export function PlanFields({ plan, set }: Props) {
  return (
    <div className="admin-fields">
      <Way plan={plan} set={set} />
      <Amount plan={plan} set={set} />
      <Which plan={plan} set={set} />
    </div>
  );
}

function Way({ plan, set }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const turnTo = (kind: SamplingPlan['kind']) =>
    set(
      kind === 'random'
        ? { kind, risks: [] }
        : {
            kind,
            strata: 'none',
            blind: false,
            ...(plan.size.per === 'stratum' && { size: { ...plan.size, per: 'all' } }),
          },
    );
  return (
    <>
      <div className="whole-row">
        <Field label={t('sampling.form.kind')} htmlFor={`${id}kind`}>
          <Segmented
            id={`${id}kind`}
            value={plan.kind}
            aria-label={t('sampling.form.kind')}
            onChange={turnTo}
            options={(['random', 'risk'] as const).map((value) => ({ value, label: t(`sampling.kinds.${value}`) }))}
          />
        </Field>
      </div>
      {plan.kind === 'random' ? (
        <Field label={t('sampling.form.strata')} htmlFor={`${id}strata`}>
          <Select
            id={`${id}strata`}
            value={plan.strata}
            onChange={(strata) =>
              set({
                strata,
                ...(strata === 'none' && plan.size.per === 'stratum' && { size: { ...plan.size, per: 'all' } }),
              })
            }
            options={samplingStrataSchema.options.map((value) => ({ value, label: t(`sampling.byStrata.${value}`) }))}
          />
        </Field>
      ) : (
        <div className="whole-row">
          <Field label={t('sampling.form.risks')} htmlFor={`${id}risks`}>
            <Select
              id={`${id}risks`}
              mode="multiple"
              value={plan.risks}
              onChange={(risks) => set({ risks })}
              options={riskSchema.options.map((value) => ({ value, label: t(`sampling.risks.${value}`) }))}
            />
          </Field>
        </div>
      )}
      {plan.kind === 'random' && (
        <div className="whole-row">
          <label className="flex at-base gap-2">
            <input
              type="checkbox"
              checked={plan.blind ?? false}
              onChange={({ target }) => set({ blind: target.checked })}
            />
            <span>
              {t('sampling.form.blind')}
              <small>{t('sampling.form.blindHint')}</small>
            </span>
          </label>
        </div>
      )}
      {plan.risks.includes('low_score') && (
        <Figure
          label={t('sampling.form.lowScoreBelow')}
          max={100}
          value={plan.lowScoreBelow}
          set={(to) => set({ lowScoreBelow: to })}
        />
      )}
      {plan.risks.includes('silence') && (
        <Figure
          label={t('sampling.form.silenceFrom')}
          min={3}
          max={600}
          value={plan.silenceFrom}
          set={(to) => set({ silenceFrom: to })}
        />
      )}
    </>
  );
}

function Amount({ plan, set }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const per = [
    { value: 'all' as const, label: t('sampling.form.perAll') },
    ...(plan.strata === 'none' ? [] : [{ value: 'stratum' as const, label: t('sampling.form.perStratum') }]),
    { value: 'reviewer' as const, label: t('sampling.form.perReviewer') },
  ];
  return (
    <>
      <Field label={t('sampling.form.period')} htmlFor={`${id}period`}>
        <Select
          id={`${id}period`}
          value={plan.period}
          onChange={(period) => set({ period })}
          options={samplingPeriodSchema.options.map((value) => ({ value, label: t(`sampling.every.${value}`) }))}
        />
      </Field>
      <Figure
        label={t('sampling.form.n')}
        max={500}
        value={plan.size.n}
        set={(n) => set({ size: { ...plan.size, n } })}
      />
      <Field label={t('sampling.form.per')} htmlFor={`${id}per`}>
        <Select
          id={`${id}per`}
          value={plan.size.per}
          onChange={(to) => set({ size: { ...plan.size, per: to } })}
          options={per}
        />
      </Field>
      <Figure label={t('sampling.form.dueDays')} max={60} value={plan.dueDays} set={(dueDays) => set({ dueDays })} />
    </>
  );
}

function Which({ plan, set }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { choices } = useChoices();
  const checklists = useChecklists(true).data?.checklists ?? [];
  const id = useId();
  const several = (name: 'teamIds' | 'clientIds', label: string, options: typeof choices.team) => (
    <Field label={label} htmlFor={`${id}${name}`}>
      <Select
        id={`${id}${name}`}
        mode="multiple"
        value={plan[name]}
        onChange={(to) => set({ [name]: to })}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('sampling.form.any')}
        options={options ?? []}
      />
    </Field>
  );
  return (
    <>
      <Field label={t('sampling.form.languages')} htmlFor={`${id}languages`}>
        <Select
          id={`${id}languages`}
          mode="multiple"
          value={plan.languages}
          onChange={(languages) => set({ languages })}
          placeholder={t('sampling.form.any')}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`calls.spoken.${value}`) }))}
        />
      </Field>
      <Field label={t('sampling.form.checklist')} htmlFor={`${id}checklist`}>
        <Select
          id={`${id}checklist`}
          value={plan.checklistId ?? ''}
          onChange={(to) => set({ checklistId: to === '' ? null : to })}
          options={[
            { value: '', label: t('sampling.form.mainChecklist') },
            ...checklists.map(({ checklistId, title }) => ({ value: checklistId, label: format.text(title) })),
          ]}
        />
      </Field>
      {several('teamIds', t('sampling.form.teams'), choices.team)}
      {several('clientIds', t('sampling.form.clients'), choices.client)}
    </>
  );
}

function Figure(props: { label: string; value: number; max: number; min?: number; set: (to: number) => void }) {
  const { label, value, max, min = 1, set } = props;
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <InputNumber id={id} min={min} max={max} precision={0} value={value} onChange={(to) => set(to ?? value)} />
    </Field>
  );
}
