import { Input } from 'antd';

interface Props {
  id: string;
  /** As it was typed: `2026-03-12 14:02`. */
  value: string;
  wrong: boolean;
  seconds?: boolean;
  onChange: (typed: string) => void;
}

/** A time of the site's wall clock, typed: year first and 24-hour in every browser, which native fields are not. */
export function TypedTime({ id, value, wrong, seconds = false, onChange }: Props) {
  return (
    <Input
      id={id}
      value={value}
      placeholder={seconds ? '2026-03-12 14:02:09' : '2026-03-12 14:02'}
      maxLength={19}
      aria-invalid={wrong}
      {...(wrong && { status: 'error' as const })}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
