import { Input } from 'antd';
import { useId } from 'react';
import { Field } from '../../components/admin-page.js';

/** A time of day; what the browser cannot read is not passed on. */
export function ClockField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <Field htmlFor={id} label={props.label}>
      <Input
        id={id}
        type="time"
        value={props.value}
        style={{ width: 120 }}
        onChange={({ target }) => target.value && props.onChange(target.value.slice(0, 5))}
      />
    </Field>
  );
}
