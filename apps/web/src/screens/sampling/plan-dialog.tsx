import {
  type Language,
  type SamplingPlan,
  type SamplingPlanList,
  samplingPlanSchema,
  type SamplingPlanView,
} from '#contracts';
import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormPart } from '../../components/dialogs.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useSayDone } from '../../components/opened/say.js';
import { useChangePlan, useCreatePlan, usePreviewPlan } from '../../data/sampling.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { PlanFields } from './plan-fields.js';
import { Select } from '../../components/opened/select.js';

const NEW: SamplingPlan = {
  ...{ name: '', kind: 'random', strata: 'agent', risks: [], lowScoreBelow: 60, silenceFrom: 20, period: 'week' },
  ...{ size: { n: 2, per: 'stratum' }, languages: [], teamIds: [], clientIds: [], checklistId: null, reviewers: [] },
  ...{ dueDays: 5, blind: false },
};

interface Props {
  /** null: a new one. */
  of: SamplingPlanView | null;
  reviewers: SamplingPlanList['reviewers'];
  /** Of a new plan, the first day of its first draw, by the length of its periods. */
  firstDays: SamplingPlanList['firstDays'];
  onClose: () => void;
}

/** Makes a plan, or changes one for the periods that have not begun. */
export function PlanDialog({ of, reviewers, firstDays, onClose }: Props) {
  const { t } = useTranslation();
  const done = useSayDone();
  // What is edited, and the version that it began from: a colleague's change is told by the server.
  const [plan, setPlan] = useState(of?.plan ?? NEW);
  const [version] = useState(of?.version ?? 0);
  const [create, change] = [useCreatePlan(), useChangePlan(of?.planId ?? '')];
  const set = (part: Partial<SamplingPlan>) => setPlan({ ...plan, ...part });
  const checked = samplingPlanSchema.safeParse(plan);
  const send = async () => {
    await (of ? change.mutateAsync({ version, plan }) : create.mutateAsync(plan));
    done(t('sampling.form.saved'));
  };
  return (
    <ActionDialog
      title={of ? t('sampling.form.editTitle', { code: of.code }) : t('sampling.form.createTitle')}
      okText={t('sampling.form.save')}
      disabled={!checked.success}
      keeps
      width={680}
      send={send}
      onClose={onClose}
    >
      <p className="admin-hint">{t('sampling.form.note', { day: (of?.firstDays ?? firstDays)[plan.period] })}</p>
      <FormPart
        body={samplingPlanSchema}
        value={plan}
        onChange={set}
        fields={[{ of: 'name', label: t('sampling.form.name'), first: true }]}
      />
      <PlanFields plan={plan} set={set} />
      <ReviewerFields plan={plan} reviewers={reviewers} set={set} />
      <Wrong plan={plan} />
      {checked.success && <Preview plan={checked.data} />}
    </ActionDialog>
  );
}

/** What the contract says is wrong, in the screen's language; a name that is only missing is not complained about. */
function Wrong({ plan }: { plan: SamplingPlan }) {
  const language = useLanguage();
  const { error } = samplingPlanSchema.safeParse(plan);
  const words = (error?.issues ?? []).flatMap((issue) => {
    const said = 'params' in issue ? (issue.params as { words?: { zh: string; en: string } }).words : undefined;
    return said ? [said[language]] : [];
  });
  return words.length === 0 ? null : <p className="admin-wrong">{words.join(language === 'zh' ? '；' : '; ')}</p>;
}

/** But for the name, which draws nothing. */
const isSame = (a: SamplingPlan, b: SamplingPlan): boolean =>
  JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });

function Preview({ plan }: { plan: SamplingPlan }) {
  const { t } = useTranslation();
  const preview = usePreviewPlan();
  // Figures of a plan that was edited since would be taken for those of this one.
  const shown = preview.variables && isSame(preview.variables, plan) ? preview : null;
  const data = shown?.data;
  return (
    <div className="admin-row">
      <Button size="small" loading={preview.isPending} onClick={() => preview.mutate(plan)}>
        {t('sampling.form.preview')}
      </Button>
      {data && (
        <span role="status">
          {t('sampling.form.previewed', {
            ...{ from: data.fromDay, to: data.toDay, frame: data.frame, taken: data.taken },
            left: data.frame - data.taken,
          })}{' '}
          {plan.strata !== 'none' && t('sampling.form.previewStrata', { count: data.strata })}
        </span>
      )}
      <Failed of={{ error: shown?.error ?? null }} />
    </div>
  );
}

interface ReviewersProps {
  plan: SamplingPlan;
  reviewers: SamplingPlanList['reviewers'];
  set: (part: Partial<SamplingPlan>) => void;
}

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** Who judges what is drawn, and in which languages each of them does. */
function ReviewerFields({ plan, reviewers, set }: ReviewersProps) {
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
