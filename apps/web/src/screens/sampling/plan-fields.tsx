import { samplingPlanSchema, samplingSizeSchema, type SamplingPlan } from '#contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPart } from '../../components/dialogs.js';
import { useChecklists } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';
import { useChoices } from '../calls/use-choices.js';

const bodySchema = z.object({ ...samplingPlanSchema.shape, ...samplingSizeSchema.shape });

interface Props {
  plan: SamplingPlan;
  set: (part: Partial<SamplingPlan>) => void;
}

/** How calls are drawn: in which way, how many, in which period, and of which. */
export function PlanFields({ plan, set }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { choices } = useChoices();
  const checklists = useChecklists(true).data?.checklists ?? [];
  const { kind, strata, risks, size } = plan;
  const any = { as: 'several' as const, placeholder: t('sampling.form.any') };
  const found = { showSearch: { optionFilterProp: 'label' } };
  const notEach = size.per === 'stratum' && { per: 'all' as const };
  return (
    <div className="admin-fields">
      <FormPart
        body={bodySchema}
        value={{ ...plan, ...size, checklistId: plan.checklistId ?? '' }}
        onChange={({ n = size.n, per = size.per, checklistId = plan.checklistId, ...change }) =>
          set({ ...change, size: { n, per }, checklistId: checklistId || null })
        }
        fields={[
          {
            of: 'kind',
            as: 'segments',
            wide: true,
            label: t('sampling.form.kind'),
            words: (one) => t(`sampling.kinds.${one}`),
            also: (to) => (to === 'random' ? { risks: [] } : { strata: 'none', blind: false, ...notEach }),
          },
          kind === 'random' && {
            of: 'strata',
            label: t('sampling.form.strata'),
            words: (one) => t(`sampling.byStrata.${one}`),
            also: (to) => (to === 'none' && notEach) || {},
          },
          kind === 'risk' && {
            of: 'risks',
            as: 'several',
            wide: true,
            label: t('sampling.form.risks'),
            words: (one) => t(`sampling.risks.${one}`),
          },
          kind === 'random' && {
            of: 'blind',
            wide: true,
            label: t('sampling.form.blind'),
            hint: t('sampling.form.blindHint'),
          },
          risks.includes('low_score') && { of: 'lowScoreBelow', label: t('sampling.form.lowScoreBelow') },
          risks.includes('silence') && { of: 'silenceFrom', label: t('sampling.form.silenceFrom') },
          { of: 'period', label: t('sampling.form.period'), words: (one) => t(`sampling.every.${one}`) },
          { of: 'n', label: t('sampling.form.n') },
          {
            of: 'per',
            label: t('sampling.form.per'),
            options: [
              { value: 'all', label: t('sampling.form.perAll') },
              ...(strata === 'none' ? [] : [{ value: 'stratum', label: t('sampling.form.perStratum') }]),
              { value: 'reviewer', label: t('sampling.form.perReviewer') },
            ],
          },
          { of: 'dueDays', label: t('sampling.form.dueDays') },
          {
            of: 'languages',
            ...any,
            label: t('sampling.form.languages'),
            words: (one) => t(`calls.spoken.${one}`),
          },
          {
            of: 'checklistId',
            as: 'choice',
            label: t('sampling.form.checklist'),
            options: [
              { value: '', label: t('sampling.form.mainChecklist') },
              ...checklists.map(({ checklistId, title }) => ({ value: checklistId, label: format.text(title) })),
            ],
          },
          { of: 'teamIds', ...any, label: t('sampling.form.teams'), control: found, options: choices.team ?? [] },
          { of: 'clientIds', ...any, label: t('sampling.form.clients'), control: found, options: choices.client ?? [] },
        ]}
      />
    </div>
  );
}
