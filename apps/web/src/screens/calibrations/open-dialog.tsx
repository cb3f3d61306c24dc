import type { CalibrationChoices } from '#contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { isMeant, TimeField } from '../../components/time-field.js';
import { useCalibrationChoices, useOpenCalibration } from '../../data/calibrations.js';
import { useMe } from '../../data/session.js';
import { siteDay } from '../../format/site-day.js';
import { instantOf } from '../../format/site-time.rules.js';
import { useFormat } from '../../format/use-format.js';
import { wallTime } from '../../format/wall-time.rules.js';

/** A week to judge one call in. */
const USUAL_DAYS = 7;
const LONGEST_DAYS = 90;

interface Props {
  callId: string;
  onClose: () => void;
  onOpened: (calibrationId: string) => void;
}

/** Which leg of the call, by which checklist, by whom and until when. */
export function OpenDialog({ callId, onClose, onOpened }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const choices = useCalibrationChoices(callId);
  const open = useOpenCalibration();
  const [asked, setAsked] = useState<Asked>({ legId: null, checklistId: null, reviewerIds: [] });
  const [until, setUntil] = useState(() => siteDay(timeZone, USUAL_DAYS));
  const leg = choices.data?.legs.find(({ legId }) => legId === asked.legId) ?? choices.data?.legs[0];
  const checklistId = asked.checklistId ?? leg?.checklists[0]?.checklistId;
  const inTime = isMeant(until, 'day', siteDay(timeZone), siteDay(timeZone, LONGEST_DAYS));
  const id = useId();
  return (
    <ActionDialog
      title={t('calibrations.create.title')}
      okText={t('calibrations.create.ok')}
      keeps
      disabled={!leg || !checklistId || asked.reviewerIds.length < 2 || !inTime}
      send={async () => {
        if (!leg || !checklistId) return;
        // The day ends with the site's midnight, wherever the browser is.
        const dueAt = instantOf(`${wallTime(until, 'day')}T23:59`, timeZone);
        const named = { callId, legId: leg.legId, checklistId, reviewerIds: asked.reviewerIds, dueAt };
        onOpened((await open.mutateAsync(named)).calibrationId);
      }}
      onDone={() => undefined}
      onClose={onClose}
    >
      <p className="admin-hint">{t('calibrations.create.note')}</p>
      <WhenRead of={choices}>
        {({ legs }) =>
          leg && checklistId ? (
            <>
              <Fields
                {...{ legs, leg, checklistId }}
                asked={asked}
                onChange={(change) => setAsked({ ...asked, ...change })}
              />
              <Field label={t('calibrations.create.due')} htmlFor={`${id}d`}>
                <TimeField
                  id={`${id}d`}
                  exactness="day"
                  value={until}
                  min={siteDay(timeZone)}
                  max={siteDay(timeZone, LONGEST_DAYS)}
                  wrong={!inTime}
                  onChange={setUntil}
                />
              </Field>
            </>
          ) : (
            <p className="note">{t('calibrations.create.noScore')}</p>
          )
        }
      </WhenRead>
    </ActionDialog>
  );
}

interface Asked {
  legId: string | null;
  checklistId: string | null;
  reviewerIds: string[];
}
type Leg = CalibrationChoices['legs'][number];
interface FieldsProps {
  legs: Leg[];
  leg: Leg;
  checklistId: string;
  asked: Asked;
  onChange: (change: Partial<Asked>) => void;
}

function Fields({ legs, leg, checklistId, asked, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  return (
    <>
      {legs.length > 1 && (
        <Field label={t('calibrations.create.leg')} htmlFor={`${id}l`}>
          <Select
            id={`${id}l`}
            value={leg.legId}
            onChange={(legId) => onChange({ legId, checklistId: null, reviewerIds: [] })}
            options={legs.map(({ legId, leg: n }) => ({ value: legId, label: t('calibrations.create.legOf', { n }) }))}
          />
        </Field>
      )}
      <Field label={t('calibrations.create.checklist')} htmlFor={`${id}c`}>
        <Select
          id={`${id}c`}
          value={checklistId}
          onChange={(to) => onChange({ checklistId: to })}
          options={leg.checklists.map(({ checklistId: value, title }) => ({ value, label: format.text(title) }))}
        />
      </Field>
      <Field
        label={t('calibrations.create.reviewers')}
        htmlFor={`${id}r`}
        hint={t('calibrations.create.reviewersHint')}
      >
        <Select
          id={`${id}r`}
          mode="multiple"
          value={asked.reviewerIds}
          placeholder={t('calibrations.create.choose')}
          onChange={(reviewerIds) => onChange({ reviewerIds })}
          showSearch={{ optionFilterProp: 'label' }}
          options={leg.reviewers.map(({ personId, name, sawBefore }) => ({
            value: personId,
            label: sawBefore ? `${format.text(name)} · ${t('calibrations.saw')}` : format.text(name),
          }))}
        />
      </Field>
    </>
  );
}
