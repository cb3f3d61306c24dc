import type { QualitySettingsView } from '#contracts';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useSay } from '../../components/opened/say.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';

const MOST = { fileDays: 180, decideDays: 60, escalateDays: 60 } as const;
type Name = keyof typeof MOST;
const NAMES = Object.keys(MOST) as Name[];

/** How long agents may contest, and how soon people should decide. */
export function Deadlines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  return (
    <section className="admin-section">
      <h2>{t('disputes.settings.title')}</h2>
      <p className="note">{t('disputes.settings.intro')}</p>
      <WhenRead of={settings}>{(read) => <Form read={read} />}</WhenRead>
    </section>
  );
}

function Form({ read }: { read: QualitySettingsView }) {
  const { t } = useTranslation();
  const say = useSay();
  const change = useChangeQualitySettings();
  // What is edited stays when a colleague saves; fields that were not touched follow.
  const [edits, setEdits] = useState<Partial<Record<Name, number>>>({});
  const days = { ...read.settings.disputes, ...edits };
  const id = useId();
  const same = NAMES.every((name) => days[name] === read.settings.disputes[name]);
  const save = () => {
    const body = { version: read.version, settings: { ...read.settings, disputes: days } };
    change.mutate(body, {
      onSuccess: () => {
        setEdits({});
        say(({ message }) => void message.success(t('disputes.settings.saved')));
      },
    });
  };
  return (
    <div className="dispute-settings">
      {NAMES.map((name) => (
        <Field key={name} label={t(`disputes.settings.${name}`)} htmlFor={`${id}-${name}`}>
          <InputNumber
            id={`${id}-${name}`}
            min={1}
            max={MOST[name]}
            precision={0}
            disabled={!read.maySet}
            value={days[name]}
            onChange={(to) => {
              const { [name]: _, ...others } = edits;
              setEdits(to === null ? others : { ...others, [name]: to });
            }}
          />
        </Field>
      ))}
      {read.maySet ? (
        <>
          <Failed of={{ error: change.error }} />
          <Button disabled={same} loading={change.isPending} onClick={save}>
            {t('disputes.settings.save')}
          </Button>
        </>
      ) : (
        <p className="note">{t('disputes.settings.companyOnly')}</p>
      )}
    </div>
  );
}
