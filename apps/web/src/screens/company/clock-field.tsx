import { Input } from 'antd';
import { useId, useState } from 'react';
import { Field } from '../../components/admin-page.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day on a clock of 24 hours, in every browser and locale. What is no time is marked and not passed on. */
export function ClockField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(props.value);
  const shown = CLOCK.test(typed) ? props.value : typed;
  const type = (text: string) => {
    setTyped(text);
    if (CLOCK.test(text)) props.onChange(text);
  };
  return (
    <Field htmlFor={id} label={props.label}>
      <Input
        id={id}
        value={shown}
        placeholder="21:00"
        inputMode="numeric"
        maxLength={5}
        style={{ width: 90 }}
        status={CLOCK.test(shown) ? '' : 'error'}
        aria-invalid={!CLOCK.test(shown)}
        onChange={({ target }) => type(target.value.replace('：', ':'))}
      />
    </Field>
  );
}
