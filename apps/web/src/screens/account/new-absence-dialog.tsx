import type { DelegableWork } from '#contracts';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { TimeField } from '../../components/time-field.js';
import { useAskAbsence, useDeputies } from '../../data/absences.js';
import { useFormat } from '../../format/use-format.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** On which days, who deputises, and for which work. */
export function NewAbsenceDialog({
  works: offered,
  onClose,
}: {
  works: readonly DelegableWork[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const ask = useAskAbsence();
  const [firstOn, setFirstOn] = useState('');
  const [lastOn, setLastOn] = useState('');
  const [deputy, setDeputy] = useState<string>();
  const [works, setWorks] = useState<DelegableWork[]>([...offered]);
  const [sought, setSought] = useState('');
  const { data } = useDeputies(sought);
  const whole = DAY.test(firstOn.trim()) && DAY.test(lastOn.trim()) && deputy !== undefined && works.length > 0;
  return (
    <ActionDialog
      title={t('absence.newTitle')}
      okText={t('absence.ask')}
      disabled={!whole}
      keeps
      send={() => ask.mutateAsync({ deputyPersonId: deputy!, firstOn: firstOn.trim(), lastOn: lastOn.trim(), works })}
      onClose={onClose}
    >
      <Field htmlFor="absence-first" label={t('absence.first')}>
        <TimeField id="absence-first" exactness="day" value={firstOn} onChange={setFirstOn} />
      </Field>
      <Field htmlFor="absence-last" label={t('absence.last')}>
        <TimeField id="absence-last" exactness="day" value={lastOn} onChange={setLastOn} />
      </Field>
      <Field htmlFor="absence-deputy" label={t('absence.deputy')} hint={t('absence.deputyHint')}>
        <Select
          id="absence-deputy"
          showSearch
          filterOption={false}
          onSearch={setSought}
          value={deputy}
          onChange={setDeputy}
          options={(data?.items ?? []).map(({ personId, name, staffNumber, team }) => ({
            value: personId,
            label: `${format.text(name)} ${staffNumber} ${format.text(team)}`,
          }))}
        />
      </Field>
      <fieldset className="absence-works">
        <legend>{t('absence.works')}</legend>
        {offered.map((work) => (
          <div key={work}>
            <Checkbox
              checked={works.includes(work)}
              onChange={({ target }) =>
                setWorks(target.checked ? [...works, work] : works.filter((one) => one !== work))
              }
            >
              {t(`absence.work.${work}`)}
            </Checkbox>
          </div>
        ))}
      </fieldset>
      <p className="admin-hint">{t('absence.notDelegable')}</p>
    </ActionDialog>
  );
}
