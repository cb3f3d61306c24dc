import { qualitySettingsSchema, type QualitySettingsView } from '#contracts';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { FormPart } from '../../components/dialogs.js';
import { useSayDone } from '../../components/opened/say.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';
import { Why } from '../../components/why.js';

type Trust = QualitySettingsView['settings']['trust'];
const UNMEASURED = ['met', 'all', 'none'] as const satisfies readonly Trust['unmeasured'][];

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
  const done = useSayDone();
  const change = useChangeQualitySettings();
  const [edits, setEdits] = useState<Partial<Trust>>({});
  const [acts, setActs] = useState(read.settings.acts);
  const values = { ...read.settings.trust, ...edits };
  const save = () =>
    change.mutate(
      { version: read.version, settings: { ...read.settings, trust: values, acts } },
      {
        onSuccess: () => {
          setEdits({});
          done(t('trust.settings.saved'));
        },
      },
    );
  return (
    <div className="trust-settings grid gap-3">
      <FormPart
        body={qualitySettingsSchema.shape.trust}
        disabled={!read.maySet}
        value={values}
        onChange={(part) => setEdits({ ...edits, ...part })}
        fields={[
          {
            of: 'target',
            label: t('trust.settings.target'),
            draw: (own) => <KappaField {...own} disabled={!read.maySet} />,
          },
          { of: 'windowDays', label: t('trust.settings.windowDays') },
          { of: 'leastReviews', label: t('trust.settings.leastReviews') },
          {
            of: 'unmeasured',
            as: 'radios',
            label: t('trust.settings.unmeasured'),
            // The safe one is first.
            options: UNMEASURED.map((value) => ({ value, label: t(`trust.settings.unmeasuredCounts.${value}`) })),
            control: { vertical: true },
          },
        ]}
      />
      <FormPart
        body={qualitySettingsSchema.shape.acts}
        disabled={!read.maySet}
        value={acts}
        onChange={(part) => setActs({ ...acts, ...part })}
        fields={[
          { of: 'on', label: t('trust.settings.acts') },
          {
            of: 'model',
            label: t('trust.settings.actsModel'),
            hint: t('trust.settings.actsModelHint'),
            words: (one) => t(`trust.settings.actsModels.${one}`),
            control: { disabled: !read.maySet || !acts.on },
          },
        ]}
      />
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
