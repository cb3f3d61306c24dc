type Days = [from: string | undefined, to: string | undefined];

export interface DayRangeProps {
  className: string;
  'aria-label': string;
  placeholder: [string, string];
  value: Days;
  presets: { label: string; days: [string, string] }[];
  onChange: (days: Days) => void;
}
