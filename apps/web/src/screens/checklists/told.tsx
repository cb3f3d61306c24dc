import type { ChecklistFinding } from '#contracts';
import { createContext, useContext } from 'react';
import { useFormat } from '../../format/use-format.js';

/** What the validator says of the part that is open, as of the last save. */
export const FindingsOfPart = createContext<readonly ChecklistFinding[]>([]);

const isAt = (place: string, at: string): boolean => place === at || place.startsWith(`${at}.`);

/** The places of a part that have a field of their own; the rest is told above them. */
const PLACES = [
  'title',
  'weight',
  'critical',
  'clause',
  'advice',
  'appliesWhen',
  'check',
  'id',
  'judges',
  'requiredCoverage',
  'totalWeight',
  'minimumWords',
  'phraseLists',
];

/** What the validator says of a place, in words, beside its field. */
export function Told({ at }: { at: string }) {
  const findings = useContext(FindingsOfPart);
  return <ToldList findings={findings.filter(({ place }) => isAt(place, at))} />;
}

/** What it says of no place that has a field. */
export function ToldOfWhole() {
  const findings = useContext(FindingsOfPart);
  return <ToldList findings={findings.filter(({ place }) => !PLACES.some((at) => isAt(place, at)))} />;
}

function ToldList({ findings }: { findings: readonly ChecklistFinding[] }) {
  const format = useFormat();
  if (findings.length === 0) return null;
  return (
    <ul className="checklist-told">
      {findings.map(({ severity, what, remedy }, i) => (
        <li key={i} className={severity}>
          {format.text(what)} {format.text(remedy)}
        </li>
      ))}
    </ul>
  );
}
