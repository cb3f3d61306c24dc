import type { QualitySettingsView } from '#contracts';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useChangeQualitySettings } from '../data/disputes.js';
import { Field } from './admin-page.js';
import { Failed } from './failure-note.js';
import { useSayDone } from './opened/say.js';

type Section = Exclude<keyof QualitySettingsView['settings'], 'reports' | 'trust' | 'acts'>;
type Values = Record<string, number | null>;

interface NumbersProps {
  read: QualitySettingsView;
  section: Section;
  className: string;
  /** Each number with the most that it can be; the least is 1. `empty`: what is in its place where it may be left out. */
  numbers: readonly { name: string; label: string; most: number; empty?: string }[];
  words: { save: string; saved: string; companyOnly: string };
}

/**
 * Numbers that the company sets for its quality work. What is edited stays when a colleague saves; fields that were not touched follow. People
 * whose role is not for the whole company read them.
 */
export function QualityNumbers({ read, section, className, numbers, words }: NumbersProps) {
  const done = useSayDone();
  const change = useChangeQualitySettings();
  const [edits, setEdits] = useState<Values>({});
  const id = useId();
  const kept: Values = { ...read.settings[section] };
  const values = { ...kept, ...edits };
  const edit = (name: string, to: number | null, mayBeEmpty: boolean) => {
    const { [name]: _, ...others } = edits;
    setEdits(to === null && !mayBeEmpty ? others : { ...others, [name]: to });
  };
  const save = () => {
    const settings = { ...read.settings, [section]: values };
    change.mutate(
      { version: read.version, settings },
      {
        onSuccess: () => {
          setEdits({});
          done(words.saved);
        },
      },
    );
  };
  return (
    <div className={className}>
      {numbers.map(({ name, label, most, empty }) => (
        <Field key={name} label={label} htmlFor={`${id}-${name}`}>
          <InputNumber
            id={`${id}-${name}`}
            min={1}
            max={most}
            precision={0}
            disabled={!read.maySet}
            value={values[name] ?? null}
            placeholder={empty ?? ''}
            onChange={(to) => edit(name, to, empty !== undefined)}
          />
        </Field>
      ))}
      {read.maySet ? (
        <>
          <Failed of={{ error: change.error }} />
          <Button
            disabled={numbers.every(({ name }) => values[name] === kept[name])}
            loading={change.isPending}
            onClick={save}
          >
            {words.save}
          </Button>
        </>
      ) : (
        <p className="note">{words.companyOnly}</p>
      )}
    </div>
  );
}
