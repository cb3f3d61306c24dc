import type { QualitySettings, QualitySettingsView } from '#contracts';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useSay } from '../../components/opened/say.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';

const MOST = { criticalOfTeam: 10_000, ringsPercent: 100, leastCalls: 10_000 } as const;
const NAMES = ['criticalOfTeam', 'ringsPercent', 'leastCalls'] as const;

/** From where on a team's day is told to its supervisors and quality managers. */
export function AlertLines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  return (
    <section className="admin-section">
      <h2>{t('reports.alerts.title')}</h2>
      <p className="note report-note">{t('reports.alerts.intro')}</p>
      <WhenRead of={settings}>{(read) => <Form read={read} />}</WhenRead>
    </section>
  );
}

function Form({ read }: { read: QualitySettingsView }) {
  const { t } = useTranslation();
  const say = useSay();
  const change = useChangeQualitySettings();
  const [edits, edit] = useState<Partial<QualitySettings['alerts']>>({});
  const id = useId();
  const alerts = { ...read.settings.alerts, ...edits };
  const same = NAMES.every((name) => alerts[name] === read.settings.alerts[name]);
  const save = () =>
    change.mutate(
      { version: read.version, settings: { ...read.settings, alerts } },
      {
        onSuccess: () => {
          edit({});
          say(({ message }) => void message.success(t('reports.alerts.saved')));
        },
      },
    );
  return (
    <div className="report-alerts">
      {NAMES.map((name) => (
        <Field key={name} label={t(`reports.alerts.${name}`)} htmlFor={`${id}-${name}`}>
          <InputNumber
            id={`${id}-${name}`}
            min={1}
            max={MOST[name]}
            precision={0}
            disabled={!read.maySet}
            value={alerts[name]}
            placeholder={name === 'leastCalls' ? '' : t('reports.alerts.none')}
            onChange={(to) =>
              edit({ ...edits, [name]: name === 'leastCalls' ? (to ?? read.settings.alerts[name]) : to })
            }
          />
        </Field>
      ))}
      {read.maySet ? (
        <>
          <Failed of={{ error: change.error }} />
          <Button disabled={same} loading={change.isPending} onClick={save}>
            {t('reports.alerts.save')}
          </Button>
        </>
      ) : (
        <p className="note report-note">{t('reports.alerts.companyOnly')}</p>
      )}
    </div>
  );
}
