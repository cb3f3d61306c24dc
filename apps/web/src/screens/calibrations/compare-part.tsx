import type { Calibration, CalibrationItem, Outcome } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parts } from '../../components/opened/part.js';
import { OutcomeGlyph } from '../../components/marks.js';
import { useFormat } from '../../format/use-format.js';
import type { CallSound } from './judged-item.js';

const { DecideDialog } = parts(() => import('./dialogs.js'));

/** Who said what of each item, where they differ first, and what was decided. */
export function ComparePart({ calibration, sound }: { calibration: Calibration; sound: CallSound }) {
  const { t } = useTranslation();
  const [decided, setDecided] = useState<CalibrationItem | null>(null);
  const { items, may, reviewers, calibrationId } = calibration;
  const judged = reviewers.some(({ submittedAt }) => submittedAt !== null);
  return (
    <section className="admin-section">
      <h2>{t('calibrations.compare.title')}</h2>
      <p className="note">{t(judged ? 'calibrations.compare.note' : 'calibrations.compare.noneSubmitted')}</p>
      <ol className="calibration-items grid gap-3">
        {items.map((item) => (
          <Compared key={item.itemId} item={item} reviewers={reviewers} sound={sound}>
            {may.includes('decide') && (
              <Button size="small" onClick={() => setDecided(item)}>
                {t(item.decision ? 'calibrations.compare.again' : 'calibrations.compare.decide')}
              </Button>
            )}
          </Compared>
        ))}
      </ol>
      {decided && <DecideDialog calibrationId={calibrationId} item={decided} onClose={() => setDecided(null)} />}
    </section>
  );
}

interface ComparedProps {
  item: CalibrationItem;
  reviewers: Calibration['reviewers'];
  sound: CallSound;
  children: React.ReactNode;
}

function Compared({ item, reviewers, sound, children }: ComparedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { differ, machine, decision } = item;
  return (
    <li className={`calibration-compared ${differ ?? 'none'}`}>
      <h3>
        {format.text(item.title)} <small>{t(`calibrations.compare.differ.${differ ?? 'none'}`)}</small>
      </h3>
      <ul>
        {machine && (
          <li>
            <span>{t('calibrations.compare.machine')}</span> <Result outcome={machine.outcome} />
            <small>{format.text(machine.explanation)}</small>
          </li>
        )}
        {reviewers.map(({ personId, name }) => {
          const said = item.said.find((one) => one.personId === personId);
          return (
            <li key={personId}>
              <span>{format.text(name)}</span>{' '}
              {said ? <Result outcome={said.outcome} /> : <small>{t('calibrations.compare.notSaid')}</small>}
              {said?.note && <q>{said.note}</q>}
              {said && said.atMs !== null && sound.playable && (
                <Button size="small" type="link" onClick={() => sound.playFrom(said.atMs ?? 0)}>
                  {t('calibrations.compare.from', { at: format.clock(said.atMs) })}
                </Button>
              )}
            </li>
          );
        })}
        {decision && (
          <li className="calibration-decision">
            <b>{t('calibrations.compare.decision')}</b> <Result outcome={decision.outcome} />
            {decision.note && <q>{decision.note}</q>}
            <small>
              {t('calibrations.compare.decidedBy', { by: format.text(decision.by), at: format.dateTime(decision.at) })}
            </small>
          </li>
        )}
      </ul>
      {children}
    </li>
  );
}

function Result({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  return (
    <span className="inline nowrap">
      <OutcomeGlyph outcome={outcome} size={14} /> {t(`outcome.${outcome}`)}
    </span>
  );
}
