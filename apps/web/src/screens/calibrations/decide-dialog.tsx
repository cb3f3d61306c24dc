import { newCalibrationDecisionSchema, type CalibrationItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import { useDecideCalibration } from '../../data/calibrations.js';
import { useFormat } from '../../format/use-format.js';

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
