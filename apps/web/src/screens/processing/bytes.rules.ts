const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `1.5 GB`: powers of a thousand, as disks are sold; one digit after the point. */
export function inUnits(bytes: number, number: (value: number) => string): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${number(bytes / 1000 ** power)} ${UNITS[power] ?? 'B'}`;
}
