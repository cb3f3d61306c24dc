import { InputNumber } from 'antd';

interface Props {
  id: string;
  /** Per cent, as it is kept; null: none of its own. */
  value: number | null;
  onChange: (to: number | null) => void;
  disabled?: boolean;
}

/** A target as kappa is written everywhere else: 0.60. */
export const KappaField = ({ value, onChange, ...props }: Props) => (
  <InputNumber
    {...props}
    min={0}
    max={1}
    step={0.05}
    precision={2}
    value={value === null ? null : value / 100}
    onChange={(to) => onChange(to === null ? null : Math.round(to * 100))}
  />
);
