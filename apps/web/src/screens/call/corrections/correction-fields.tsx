import { LEG_FACTS, type Bilingual } from '#contracts';
import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/opened/select.js';
import { Field } from '../../../components/admin-page.js';
import { TimeField } from '../../../components/time-field.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import {
  type CorrectionFault,
  type CorrectionForm,
  isTime,
  LINE_FACTS,
  mostOf,
  TIMES,
  type TypedFact,
} from './correction.rules.js';
import { HoldTimesField } from './hold-times-field.js';

export interface FieldsProps {
  form: CorrectionForm;
  faults: readonly CorrectionFault[];
  onChange: (change: Partial<CorrectionForm>) => void;
}

type TextField = {
  [F in keyof CorrectionForm]: string extends CorrectionForm[F] ? F : never;
}[keyof CorrectionForm];
type ChoiceField = Exclude<keyof CorrectionForm, TextField | 'holds'>;

/** What can be corrected, in the order in which a call goes: when, what it was, who took it, whose it was, and what was on hold. */
export function CorrectionFields({ form, faults, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const { call } = useCallPage();
  const { field, text, choice, fact, unknown } = useFields({ form, faults, onChange });
  return (
    <>
      <Part title={t('call.correct.part.times')} hint={t('call.correct.zone', { zone: zone() })}>
        {TIMES.map((name) =>
          field(name, (own) => (
            <TimeField
              id={own}
              exactness="second"
              value={form[name]}
              wrong={faults.includes(name)}
              onChange={(typed) => onChange({ [name]: typed })}
            />
          )),
        )}
      </Part>
      <Part title={t('call.correct.part.call')}>
        {choice('language', { ...unknown, zh: t('call.correct.language.zh'), en: t('call.correct.language.en') })}
        {text('region')}
        {choice('direction', {
          inbound: t('call.direction.inbound'),
          outbound: t('call.direction.outbound'),
          internal: t('call.direction.internal'),
        })}
        {choice('classification', {
          business: t('call.correct.classification.business'),
          private: t('call.correct.classification.private'),
        })}
        {text('purpose', t('call.correct.wordHint'))}
        {text('outcome', t('call.correct.wordHint'))}
      </Part>
      <Part title={t('call.correct.part.line')}>
        {text('staffNumber')}
        {form.agentChannel &&
          choice('agentChannel', { left: t('call.sound.who.left'), right: t('call.sound.who.right') })}
        {LINE_FACTS.map((name) => fact(name))}
      </Part>
      <Part title={t('call.correct.part.holds')} hint={t('call.correct.holdsHint')}>
        <HoldTimesField holds={form.holds} wrong={faults.includes('holds')} onChange={(holds) => onChange({ holds })} />
      </Part>
      <Part title={t('call.correct.part.customer')}>
        {text('customerNumber', call.customer ? t('call.correct.customerNow', { customer: call.customer }) : undefined)}
        {text('customerName')}
        {text('matterReference')}
        {text('matterTitle', t('call.correct.matterHint'))}
      </Part>
    </>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="correction-part">
      <legend>{title}</legend>
      {hint && <p className="admin-hint">{hint}</p>}
      <div className="correction-fields grid at-top gap-4 above-2">{children}</div>
    </fieldset>
  );
}

/** Fields of the form by name, each with its label, and in place of its hint what is wrong with it. */
function useFields({ form, faults, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { text: say } = useFormat();
  const unknown = { '': t('calls.unknown') } as const;
  const id = useId();
  const faultOf = (name: keyof CorrectionForm): CorrectionFault | undefined =>
    faults.find((fault) => fault === name || (fault === 'matter' && name === 'matterTitle'));
  const wrong = (fault: CorrectionFault): string => {
    if (isTime(fault)) return t('call.correct.wrong.time');
    return isFact(fault) ? t('call.correct.wrong.seconds', { most: mostOf(fault) }) : t(`call.correct.wrong.${fault}`);
  };
  const field = (name: Exclude<keyof CorrectionForm, 'holds'>, control: (id: string) => ReactNode, hint?: string) => {
    const fault = faultOf(name);
    return (
      <Field
        key={name}
        label={t(`call.correct.field.${name}`)}
        htmlFor={`${id}-${name}`}
        hint={hint}
        fault={fault && wrong(fault)}
      >
        {control(`${id}-${name}`)}
      </Field>
    );
  };
  const text = (name: TextField, hint?: string) =>
    field(
      name,
      (own) => (
        <Input
          id={own}
          value={form[name]}
          maxLength={longestOf(name)}
          {...(faultOf(name) && { status: 'error' as const })}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      ),
      hint,
    );
  const choice = <N extends ChoiceField | TypedFact>(name: N, labels: Record<NonNullable<CorrectionForm[N]>, string>) =>
    field(name, (own) => (
      <Select<string>
        id={own}
        value={form[name] ?? ''}
        options={Object.entries<string>(labels).map(([value, label]) => ({ value, label }))}
        onChange={(value) => onChange({ [name]: value })}
      />
    ));
  const fact = (name: TypedFact) => {
    const row = LEG_FACTS[name];
    if (row.kind === 'choice') {
      const options = Object.entries<Bilingual>(row.options).map(([value, words]) => [value, say(words)]);
      return choice(name, { ...unknown, ...Object.fromEntries(options) });
    }
    return row.kind === 'yes_no'
      ? choice(name, { ...unknown, yes: t('call.correct.yes'), no: t('call.correct.no') })
      : text(name);
  };
  return { field, text, choice, fact, unknown };
}

const isFact = (fault: CorrectionFault): fault is TypedFact => fault in LEG_FACTS;

/** As long as the route takes it. */
const LONGEST: Partial<Record<TextField, number>> = {
  ...{ region: 6, staffNumber: 40, customerNumber: 40 },
  ...{ matterReference: 200, matterTitle: 120, purpose: 63, outcome: 63 },
};

function longestOf(name: TextField): number {
  const row = name in LEG_FACTS ? LEG_FACTS[name as TypedFact] : null;
  if (row?.kind === 'text') return row.longest;
  return row?.kind === 'seconds' ? 8 : (LONGEST[name] ?? 80);
}
