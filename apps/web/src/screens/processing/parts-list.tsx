import type { Part, ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { withoutSettings } from '../../format/without-settings.rules.js';
import { inUnits } from './bytes.rules.js';

const ORDER = [
  'database',
  'queue',
  'objectStore',
  'objectCopy',
  'integrity',
  'keyStore',
  'keyCheck',
  'keyProvider',
  'journal',
  'backup',
  'restoreDrill',
  'mail',
  'disk',
] as const;
const SHOWN = [
  'version',
  'bytes',
  'freeBytes',
  'connections',
  'clockSkewMs',
  'versioning',
  'unsealed',
  'headPosition',
  'checkedAt',
  'readSince',
  'takenAt',
  'rows',
  'position',
  'seconds',
  'damaged',
  'pending',
  'lagSeconds',
  'keys',
  'repaired',
] as const;

/** Database, queue, storage, keys and journal: how each is, in a sentence and a few figures. */
export function PartsList({ parts }: { parts: ProcessingBoard['parts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const runsIt = useMay('company.manage');
  return (
    <section className="board-part admin-section dense">
      <h2>{t('processing.partsTitle')}</h2>
      <ul className="parts">
        {ORDER.map((name) => (
          <li key={name}>
            <b>{t(`processing.part.${name}`)}</b>
            <PartState part={parts[name]} />
            <span className="part-words">
              {format.text(runsIt ? parts[name].detail : withoutSettings(parts[name].detail))}
              <PartFacts facts={parts[name].facts} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PartState({ part: { ok, warning } }: { part: Part }) {
  const { t } = useTranslation();
  if (!ok) return <span className="part-state grave">{t('processing.partBad')}</span>;
  if (warning) return <span className="part-state warning">{t('processing.partWarning')}</span>;
  return <span className="part-state quiet">{t('processing.partOk')}</span>;
}

function PartFacts({ facts }: { facts: Part['facts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueOf = (name: (typeof SHOWN)[number]): string => {
    const value = facts[name];
    if (name === 'bytes' || name === 'freeBytes') return inUnits(Number(value), format.number);
    if (name === 'checkedAt' || name === 'readSince' || name === 'takenAt') return format.dateTime(String(value));
    if (name === 'lagSeconds' || name === 'seconds') return format.measured(Number(value));
    if (name === 'clockSkewMs') return format.measured(Math.abs(Number(value)) / 1000);
    return typeof value === 'number' ? format.number(value) : String(value);
  };
  const there = SHOWN.filter((name) => facts[name] !== undefined && facts[name] !== null);
  if (there.length === 0) return null;
  return (
    <small className="ruled">
      {there.map((name) => (
        <span key={name}>
          {t(`processing.fact.${name}`, { value: valueOf(name), max: String(facts['maxConnections'] ?? '') })}
        </span>
      ))}
    </small>
  );
}
