/*
 * How a scorecard lies in its row
 *   What people read of a result, its explanation, is said of thousands of calls with other times: all explanations of a card are deflated
 *   together and lie in its first item, as `said`. What queries count by, the outcome and its like, stays as it is.
 *   What was not trusted when the card was judged is much the same on every card of a checklist: it is deflated too.
 * Cards from before are read as they are. A card's hash is of what was said, and never of how it lies.
 */
import { type ValueTransformer } from 'typeorm';
import { type ItemResult } from '#contracts';
import { pack, unpack } from './packed.js';

interface Lying extends Omit<ItemResult, 'explanation'> {
  explanation?: ItemResult['explanation'];
  said?: string;
}
type Said = Record<string, ItemResult['explanation']>;

export function packItems(items: readonly ItemResult[]): readonly Lying[] {
  const said: Said = Object.fromEntries(items.map(({ itemId, explanation }) => [itemId, explanation]));
  // Two results of one item could not be told apart.
  if (Object.keys(said).length < items.length) return items;
  return items.map(({ explanation: _, ...item }, at) => (at === 0 ? { ...item, said: pack(said) } : item));
}

export function unpackItems(lying: readonly Lying[]): ItemResult[] {
  const packed = lying.find((item) => item.said !== undefined)?.said;
  const said = packed === undefined ? {} : (unpack(packed) as Said);
  return lying.map(({ said: _, ...item }) => {
    const explanation = item.explanation ?? said[item.itemId];
    return { ...item, ...(explanation && { explanation }) } as ItemResult;
  });
}

/** For the column: what is not a list of results, such as none, passes through. */
export const ITEMS_AS_THEY_LIE: ValueTransformer = {
  to: (items: unknown) => (Array.isArray(items) ? packItems(items as ItemResult[]) : items),
  from: (lying: unknown) => (Array.isArray(lying) ? unpackItems(lying as Lying[]) : lying),
};

interface Inputs {
  notTrusted?: unknown;
}

export const INPUTS_AS_THEY_LIE: ValueTransformer = {
  to: (inputs: Inputs | null | undefined) =>
    inputs && Array.isArray(inputs.notTrusted) ? { ...inputs, notTrusted: pack(inputs.notTrusted) } : inputs,
  from: (lying: Inputs | null | undefined) =>
    lying && typeof lying.notTrusted === 'string' ? { ...lying, notTrusted: unpack(lying.notTrusted) } : lying,
};
