import { outcomeSchema, type CalibrationItem, type Outcome } from '#contracts';
import { Button, Input, Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { CallSound } from './call-sound.js';

/** What a reviewer entered for an item so far. */
export interface Entered {
  outcome: Outcome | null;
  note: string;
  atMs: number | null;
}

interface Props {
  item: CalibrationItem;
  entered: Entered;
  edit: (part: Partial<Entered>) => void;
  sound: CallSound;
}

/** One item to judge: its result, why, and the second that shows it. */
export function JudgedItem({ item, entered, edit, sound }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { outcome, note, atMs } = entered;
  return (
    <li>
      <h3 id={id}>
        {format.text(item.title)}
        {item.critical && <em> {t('card.critical')}</em>}
      </h3>
      <Segmented
        value={outcome ?? ''}
        aria-labelledby={id}
        onChange={(to) => edit({ outcome: outcomeSchema.parse(to) })}
        options={outcomeSchema.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome !== null && (
        <>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1000}
            value={note}
            aria-label={`${format.text(item.title)}: ${t('calibrations.judge.why')}`}
            placeholder={t('calibrations.judge.why')}
            onChange={({ target }) => edit({ note: target.value })}
          />
          <div className="calibration-moment">
            <small>
              {atMs === null ? t('calibrations.judge.noAt') : t('calibrations.judge.at', { at: format.clock(atMs) })}
            </small>
            {sound.player && (
              <Button size="small" onClick={() => edit({ atMs: Math.round(sound.player?.ms ?? 0) })}>
                {t('calibrations.judge.take')}
              </Button>
            )}
            {atMs !== null && (
              <Button size="small" type="text" onClick={() => edit({ atMs: null })}>
                {t('calibrations.judge.drop')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}
