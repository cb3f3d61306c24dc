import type { Language, SamplingPlan, SamplingPlanList } from '#contracts';
import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  plan: SamplingPlan;
  reviewers: SamplingPlanList['reviewers'];
  set: (part: Partial<SamplingPlan>) => void;
}

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** Who judges what is drawn, and in which languages each of them does. */
export function ReviewerFields({ plan, reviewers, set }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const names = new Map(reviewers.map(({ personId, name }) => [personId, format.text(name)]));
  const known = new Map(plan.reviewers.map((one) => [one.personId, one]));
  const choose = (ids: string[]) =>
    set({ reviewers: ids.map((personId) => known.get(personId) ?? { personId, languages: [...LANGUAGES] }) });
  return (
    <>
      <Field label={t('sampling.form.reviewers')} htmlFor={`${id}who`} hint={t('sampling.form.reviewersHint')}>
        <Select
          id={`${id}who`}
          mode="multiple"
          value={plan.reviewers.map(({ personId }) => personId)}
          onChange={choose}
          showSearch={{ optionFilterProp: 'label' }}
          options={reviewers.map(({ personId }) => ({ value: personId, label: names.get(personId) }))}
        />
      </Field>
      {plan.reviewers.map(({ personId, languages }) => (
        <div key={personId} className="admin-row">
          <span>{t('sampling.form.speaks', { name: names.get(personId) ?? '' })}</span>
          <Checkbox.Group
            value={languages}
            onChange={(to) =>
              to.length > 0 &&
              set({
                reviewers: plan.reviewers.map((one) =>
                  one.personId === personId
                    ? { ...one, languages: LANGUAGES.filter((language) => to.includes(language)) }
                    : one,
                ),
              })
            }
            options={LANGUAGES.map((value) => ({ value, label: t(`calls.spoken.${value}`) }))}
          />
        </div>
      ))}
    </>
  );
}
