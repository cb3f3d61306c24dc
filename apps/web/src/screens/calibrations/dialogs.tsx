import { type CalibrationItem, newCalibrationDecisionSchema, newCalibrationSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { FormDialog } from '../../components/dialogs.js';
import { useCalibrationChoices, useDecideCalibration, useOpenCalibration } from '../../data/calibrations.js';
import { useFormat, siteDay } from '../../format/use-format.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { Select } from '../../components/opened/select.js';
import { Waiting } from '../../components/waiting.js';
import { useMe } from '../../data/session.js';

interface Props {
  calibrationId: string;
  item: CalibrationItem;
  onClose: () => void;
}

/** What is right for an item, and why: the reference from then on. */
export function DecideDialog({ calibrationId, item: { itemId, title, decision }, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecideCalibration(calibrationId);
  return (
    <FormDialog
      title={t('calibrations.decide.title', { item: format.text(title) })}
      okText={t('calibrations.decide.ok')}
      keeps
      name={`decide ${itemId}`}
      body={newCalibrationDecisionSchema}
      beside={{ itemId }}
      start={{ outcome: decision?.outcome ?? null, note: decision?.note ?? '' }}
      fields={[
        {
          of: 'outcome',
          label: t('calibrations.decide.outcome'),
          placeholder: t('calibrations.create.choose'),
          words: (value) => t(`outcome.${value}`),
        },
        { of: 'note', as: 'lines', label: t('calibrations.decide.note'), hint: t('calibrations.decide.noteHint') },
      ]}
      send={decide.mutateAsync}
      onClose={onClose}
    />
  );
}

/** A week to judge one call in. */
const USUAL_DAYS = 7;
const LONGEST_DAYS = 90;

interface OpenDialogProps {
  callId: string;
  onClose: () => void;
  onOpened: (calibrationId: string) => void;
}

/** Which leg of the call, by which checklist, by whom and until when. */
export function OpenDialog({ callId, onClose, onOpened }: OpenDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useMe();
  const choices = useCalibrationChoices(callId);
  const open = useOpenCalibration();
  const [asked, setAsked] = useState<{ legId?: string; checklistId?: string }>({});
  const legs = choices.data?.legs ?? [];
  const leg = legs.find(({ legId }) => legId === asked.legId) ?? legs[0];
  const checklistId = asked.checklistId ?? leg?.checklists[0]?.checklistId;
  return (
    <FormDialog
      title={t('calibrations.create.title')}
      okText={t('calibrations.create.ok')}
      keeps
      body={newCalibrationSchema}
      start={{ dueAt: siteDay(timeZone, USUAL_DAYS) }}
      beside={{ callId, legId: leg?.legId ?? '', checklistId: checklistId ?? '' }}
      fields={(_, set) => [
        <p className="admin-hint">{t('calibrations.create.note')}</p>,
        choices.data
          ? !checklistId && <p className="note">{t('calibrations.create.noScore')}</p>
          : !choices.error && <Waiting />,
        <Failed of={choices} />,
        legs.length > 1 && checklistId && (
          <Field label={t('calibrations.create.leg')} htmlFor="calibrated-leg">
            <Select
              id="calibrated-leg"
              value={leg?.legId}
              onChange={(legId: string) => {
                setAsked({ legId });
                // Each leg has reviewers of its own.
                set({ reviewerIds: [] });
              }}
              options={legs.map(({ legId, leg: n }) => ({
                value: legId,
                label: t('calibrations.create.legOf', { n }),
              }))}
            />
          </Field>
        ),
        leg && checklistId && (
          <Field label={t('calibrations.create.checklist')} htmlFor="calibrated-by">
            <Select
              id="calibrated-by"
              value={checklistId}
              onChange={(to: string) => setAsked({ ...asked, checklistId: to })}
              options={leg.checklists.map((one) => ({ value: one.checklistId, label: format.text(one.title) }))}
            />
          </Field>
        ),
        leg &&
          checklistId && {
            of: 'reviewerIds',
            as: 'several',
            label: t('calibrations.create.reviewers'),
            hint: t('calibrations.create.reviewersHint'),
            placeholder: t('calibrations.create.choose'),
            control: { showSearch: { optionFilterProp: 'label' } },
            options: leg.reviewers.map(({ personId, name, sawBefore }) => ({
              value: personId,
              label: sawBefore ? `${format.text(name)} · ${t('calibrations.saw')}` : format.text(name),
            })),
          },
        checklistId && {
          of: 'dueAt',
          as: 'until',
          label: t('calibrations.create.due'),
          min: siteDay(timeZone),
          max: siteDay(timeZone, LONGEST_DAYS),
        },
      ]}
      send={async (body) => onOpened((await open.mutateAsync(body)).calibrationId)}
      onDone={() => undefined}
      onClose={onClose}
    />
  );
}
