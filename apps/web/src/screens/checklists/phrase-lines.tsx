import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { createContext, type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainPhrase } from './phrase-trial.rules.js';
import type { ChecklistFinding } from '#contracts';
import { useFormat } from '../../format/use-format.js';

interface Props {
  /** The place of the list in the draft, for what the validator says. */
  at: string;
  language: 'zh' | 'en';
  phrases: readonly string[];
  disabled: boolean;
  onChange: (phrases: string[]) => void;
  /** What the lines are together; without it, ways of saying it in their language. */
  name?: string;
  /** Lines are sentences as they are said: brackets and dots in them mean nothing. */
  plain?: boolean;
  maxLength?: number;
  /** What else there is to say of a line. */
  beside?: (phrase: string) => ReactNode;
}

const FIRST = 60;

/** Phrases, one a line, each explained below where it holds more than plain words. Several lines can be pasted at once. */
export function PhraseLines({ at, language, phrases, disabled, onChange, beside, plain, ...rest }: Props) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const box = useRef<HTMLUListElement>(null);
  const shown = all ? phrases : phrases.slice(0, FIRST);
  const { maxLength = 400, name = t(language === 'zh' ? 'checklists.phrasesZh' : 'checklists.phrasesEn') } = rest;
  const focus = (line: number) => requestAnimationFrame(() => box.current?.querySelectorAll('input')[line]?.focus());
  const set = (line: number, text: string) => {
    const lines = text.split(/\r?\n/);
    onChange([...phrases.slice(0, line), ...lines, ...phrases.slice(line + 1)]);
    if (lines.length > 1) focus(line + lines.length - 1);
  };
  const keys = (event: KeyboardEvent, line: number) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onChange([...phrases.slice(0, line + 1), '', ...phrases.slice(line + 1)]);
      focus(line + 1);
    } else if (event.key === 'Backspace' && phrases[line] === '') {
      event.preventDefault();
      onChange(phrases.filter((_, i) => i !== line));
      focus(Math.max(0, line - 1));
    }
  };
  return (
    <fieldset className="checklist-check phrase-lines">
      <legend>
        {name} <small>{phrases.length}</small>
      </legend>
      <ul ref={box}>
        {shown.map((phrase, line) => {
          const explained = plain ? null : explainPhrase(phrase, i18n.language === 'en' ? 'en' : 'zh');
          return (
            <li key={line}>
              {disabled ? (
                <span lang={language}>{phrase}</span>
              ) : (
                <>
                  <Input
                    size="small"
                    lang={language}
                    aria-label={t('checklists.phraseLine', { name, count: line + 1 })}
                    value={phrase}
                    maxLength={maxLength}
                    onChange={({ target }) => set(line, target.value)}
                    onPaste={(event) => {
                      const pasted = event.clipboardData.getData('text');
                      if (!/\r?\n/.test(pasted.trim())) return;
                      event.preventDefault();
                      set(line, (phrase + pasted.trim()).replaceAll(/\n\s*\n/g, '\n'));
                    }}
                    onKeyDown={(event) => keys(event, line)}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<CloseOutlined aria-hidden />}
                    aria-label={t('checklists.removePhrase', { count: line + 1 })}
                    onClick={() => onChange(phrases.filter((_, i) => i !== line))}
                  />
                </>
              )}
              {explained && <small className="phrase-explained">{explained}</small>}
              {beside?.(phrase)}
              {at !== '' && <Told at={`${at}.${line}`} />}
            </li>
          );
        })}
      </ul>
      {shown.length < phrases.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('checklists.phrasesMore', { count: phrases.length - shown.length })}
        </Button>
      )}
      {!disabled && (
        <Button
          size="small"
          onClick={() => {
            setAll(true);
            onChange([...phrases, '']);
            focus(phrases.length);
          }}
        >
          {t('checklists.addPhrase')}
        </Button>
      )}
    </fieldset>
  );
}

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
    <ul className="checklist-told label soft around-2">
      {findings.map(({ severity, what, remedy }, i) => (
        <li key={i} className={severity}>
          {format.text(what)} {format.text(remedy)}
        </li>
      ))}
    </ul>
  );
}
