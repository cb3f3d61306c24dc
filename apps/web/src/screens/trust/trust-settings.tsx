import type { QualitySettingsView } from '#contracts';
import { Button, Checkbox, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { Select } from '../../components/opened/select.js';
import { useSay } from '../../components/opened/say.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';
import { Why } from '../../components/why.js';

type Trust = QualitySettingsView['settings']['trust'];
const UNMEASURED = ['met', 'all', 'none'] as const satisfies readonly Trust['unmeasured'][];
type Acts = QualitySettingsView['settings']['acts'];
const NUMBERS = { windowDays: [7, 730], leastReviews: [10, 1000] } as const;

/** What items have to reach, for the whole company. */
export function TrustSettings() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  return (
    <section className="admin-section">
      <h2>
        {t('trust.settings.title')} <Why of="trustTarget" name={t('trust.settings.title')} />
      </h2>
      <p className="note">{t('trust.settings.intro')}</p>
      <WhenRead of={settings}>{(read) => <Fields read={read} />}</WhenRead>
    </section>
  );
}

function Fields({ read }: { read: QualitySettingsView }) {
  const { t } = useTranslation();
  const say = useSay();
  const change = useChangeQualitySettings();
  const [edits, setEdits] = useState<Partial<Trust>>({});
  const [acts, setActs] = useState(read.settings.acts);
  const values = { ...read.settings.trust, ...edits };
  const id = useId();
  const save = () =>
    change.mutate(
      { version: read.version, settings: { ...read.settings, trust: values, acts } },
      {
        onSuccess: () => {
          setEdits({});
          say(({ message }) => void message.success(t('trust.settings.saved')));
        },
      },
    );
  return (
    <div className="trust-settings grid gap-3">
      <Field label={t('trust.settings.target')} htmlFor={`${id}target`}>
        <KappaField
          id={`${id}target`}
          disabled={!read.maySet}
          value={values.target}
          onChange={(to) => to !== null && setEdits({ ...edits, target: to })}
        />
      </Field>
      {(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).map((name) => (
        <Field key={name} label={t(`trust.settings.${name}`)} htmlFor={`${id}${name}`}>
          <InputNumber
            id={`${id}${name}`}
            min={NUMBERS[name][0]}
            max={NUMBERS[name][1]}
            precision={0}
            disabled={!read.maySet}
            value={values[name]}
            onChange={(to) => to !== null && setEdits({ ...edits, [name]: to })}
          />
        </Field>
      ))}
      <div role="group" aria-labelledby={`${id}unmeasured`}>
        <p id={`${id}unmeasured`}>{t('trust.settings.unmeasured')}</p>
        <Radio.Group
          vertical
          disabled={!read.maySet}
          value={values.unmeasured}
          options={UNMEASURED.map((value) => ({ value, label: t(`trust.settings.unmeasuredCounts.${value}`) }))}
          onChange={({ target }) => setEdits({ ...edits, unmeasured: target.value as Trust['unmeasured'] })}
        />
      </div>
      <Checkbox
        checked={acts.on}
        disabled={!read.maySet}
        onChange={({ target }) => setActs({ ...acts, on: target.checked })}
      >
        {t('trust.settings.acts')}
      </Checkbox>
      <Field label={t('trust.settings.actsModel')} htmlFor={`${id}model`} hint={t('trust.settings.actsModelHint')}>
        <Select
          id={`${id}model`}
          value={acts.model}
          disabled={!read.maySet || !acts.on}
          options={(['off', 'beside', 'instead'] as const).map((value) => ({
            value,
            label: t(`trust.settings.actsModels.${value}`),
          }))}
          onChange={(model: Acts['model']) => setActs({ ...acts, model })}
        />
      </Field>
      <Failed of={{ error: change.error }} />
      {read.maySet ? (
        <Button
          disabled={Object.keys(edits).length === 0 && JSON.stringify(acts) === JSON.stringify(read.settings.acts)}
          loading={change.isPending}
          onClick={save}
        >
          {t('trust.settings.save')}
        </Button>
      ) : (
        <p className="note">{t('trust.settings.companyOnly')}</p>
      )}
    </div>
  );
}

interface Props {
  id: string;
  /** Per cent, as it is kept; null: none of its own. */
  value: number | null;
  onChange: (to: number | null) => void;
  disabled?: boolean;
}

/** A target as kappa is written everywhere else: 0.60. */
export const KappaField = ({ value, onChange, ...props }: Props) => (
  <InputNumber
    {...props}
    min={0}
    max={1}
    step={0.05}
    precision={2}
    value={value === null ? null : value / 100}
    onChange={(to) => onChange(to === null ? null : Math.round(to * 100))}
  />
);
