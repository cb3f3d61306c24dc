import { ACCEPTABLE_CONSENT, callDirectionSchema, CONSENT_GROUNDS, type ConsentRule } from '#contracts';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import type { RuleFault } from './change.rules.js';

interface Props {
  n: number;
  last: boolean;
  rule: ConsentRule;
  faults: readonly RuleFault['part'][];
  onChange: (rule: ConsentRule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One rule: for which calls it speaks, and what it accepts. */
export function RuleFields({ n, last, rule, faults, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const fault = (...parts: RuleFault['part'][]) => {
    const found = parts.find((part) => faults.includes(part));
    return found && t(`consentRules.fault.${found}`);
  };
  return (
    <div className="consent-rule grid gap-3 ruled-below" role="group" aria-label={t('consentRules.ruleName', { n })}>
      <div className="consent-rule-head line gap-1 whole-row">
        <b className="spring">{t('consentRules.ruleName', { n })}</b>
        <Button
          icon={<ArrowUpOutlined />}
          disabled={n === 1}
          aria-label={t('consentRules.up', { n })}
          onClick={() => onMove(-1)}
        />
        <Button
          icon={<ArrowDownOutlined />}
          disabled={last}
          aria-label={t('consentRules.down', { n })}
          onClick={() => onMove(1)}
        />
        <Button icon={<DeleteOutlined />} aria-label={t('consentRules.remove', { n })} onClick={onRemove} />
      </div>
      <Field label={t('consentRules.part.id')} htmlFor={`${id}i`} fault={fault('id', 'taken')}>
        <Input
          id={`${id}i`}
          maxLength={40}
          value={rule.id}
          onChange={({ target }) => onChange({ ...rule, id: target.value.trim() })}
        />
      </Field>
      <Field
        label={t('consentRules.part.regions')}
        htmlFor={`${id}r`}
        hint={t('consentRules.regionsHint')}
        fault={fault('regions', 'unreached')}
      >
        <Regions id={`${id}r`} regions={rule.regions} onChange={(regions) => onChange({ ...rule, regions })} />
      </Field>
      <Field
        label={t('consentRules.part.source')}
        htmlFor={`${id}s`}
        hint={t('consentRules.sourceHint')}
        fault={fault('source')}
      >
        <Input
          id={`${id}s`}
          maxLength={300}
          value={rule.source}
          onChange={({ target }) => onChange({ ...rule, source: target.value })}
        />
      </Field>
      <Boxes
        name="directions"
        options={callDirectionSchema.options}
        words={(one) => t(`call.direction.${one}`)}
        chosen={rule.directions}
        fault={fault('directions')}
        onChange={(directions) => onChange({ ...rule, directions })}
      />
      <Boxes
        name="accepts"
        options={ACCEPTABLE_CONSENT}
        words={(one) => t(`consentRules.accepts.${one}`)}
        chosen={rule.accepts}
        fault={fault('accepts')}
        onChange={(accepts) =>
          onChange({
            ...{ ...rule, accepts },
            acceptedExemptions: accepts.includes('not_required') ? rule.acceptedExemptions : [],
          })
        }
      />
      {rule.accepts.includes('not_required') && (
        <Boxes
          name="acceptedExemptions"
          options={CONSENT_GROUNDS}
          words={(one) => t(`consentRules.ground.${one}`)}
          chosen={rule.acceptedExemptions}
          fault={fault('acceptedExemptions')}
          onChange={(acceptedExemptions) => onChange({ ...rule, acceptedExemptions })}
        />
      )}
    </div>
  );
}

interface BoxesProps<T extends string> {
  name: 'directions' | 'accepts' | 'acceptedExemptions';
  options: readonly T[];
  words: (one: T) => string;
  chosen: readonly T[];
  fault: string | undefined;
  onChange: (chosen: T[]) => void;
}

function Boxes<T extends string>({ name, options, words, chosen, fault, onChange }: BoxesProps<T>) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t(`consentRules.part.${name}`)} className="row whole-row">
      <span className="consent-boxes-name label soft">{t(`consentRules.part.${name}`)}</span>
      {options.map((one) => (
        <Checkbox
          key={one}
          checked={chosen.includes(one)}
          onChange={({ target }) =>
            onChange(options.filter((other) => (other === one ? target.checked : chosen.includes(other))))
          }
        >
          {words(one)}
        </Checkbox>
      ))}
      {fault && (
        <span className="admin-wrong" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

/** Codes as they are typed; what is between them is the reader's. */
function Regions({
  regions,
  onChange,
  ...aria
}: {
  id: string;
  regions: readonly string[];
  onChange: (regions: string[]) => void;
}) {
  const [text, setText] = useState(regions.join(', '));
  const codes = (typed: string) =>
    typed
      .toUpperCase()
      .split(/[\s,，、;；]+/)
      .filter(Boolean);
  const shown = codes(text).join() === regions.join() ? text : regions.join(', ');
  return (
    <Input
      {...aria}
      maxLength={700}
      value={shown}
      onChange={({ target }) => {
        setText(target.value);
        onChange(codes(target.value));
      }}
    />
  );
}
