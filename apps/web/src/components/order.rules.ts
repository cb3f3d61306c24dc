import type { Language } from '#contracts';

/** Rows in the order of a column, the first of them on top or, where it is turned round, the last. */
export interface Order {
  at: number;
  down: boolean;
}

/** What a row is put in order by; null comes last in both directions. */
export type OrderedBy<T> = (row: T) => string | number | null;

/** A column's name is pressed: its order, then turned round, then the order that the rows came in. */
export function pressed(order: Order | null, at: number): Order | null {
  if (order?.at !== at) return { at, down: false };
  return order.down ? null : { at, down: true };
}

export function inOrder<T>(rows: readonly T[], by: OrderedBy<T>, down: boolean, language: Language): T[] {
  const words = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const first =
      typeof one === 'number' && typeof other === 'number' ? one - other : words.compare(String(one), String(other));
    return down ? -first : first;
  });
}
