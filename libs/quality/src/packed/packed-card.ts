/*
 * How a scorecard lies in its row
 *   What queries count by, the outcome and its like, stays as it is, and so does a result that was not met: the worst are found by SQL. Of the
 *   others all else lies packed in the first item, as far as it lasts (`told`: explanation, check, confidence) and as far as it points into the
 *   words and is erased with them (`found`: evidence, that of signs too). Explanations of all are packed: they are the same with other times.
 *   Of what a card was judged by, SQL reads two measures; the rest is deflated too.
 * Cards from before are read as they are: `said` holds explanations alone. A card's hash is of what was said, and never of how it lies.
 */
import { type ValueTransformer } from 'typeorm';
import { type ItemResult } from '#contracts';
import { pack, unpack } from './packed.js';

type Told = Pick<ItemResult, 'explanation'> & Partial<Pick<ItemResult, 'checkId' | 'confidence'>>;
interface Found {
  evidence: ItemResult['evidence'];
  signs?: ItemResult['evidence'][];
}
interface Lying extends Partial<Omit<ItemResult, 'itemId' | 'signs'>> {
  itemId: string;
  signs?: { name: string; evidence?: ItemResult['evidence'] }[];
  said?: string;
  told?: string;
  found?: string;
}

export function packItems(items: readonly ItemResult[]): readonly Lying[] {
  const told: Record<string, Told> = {};
  const found: Record<string, Found> = {};
  const lying = items.map((item): Lying => {
    const { explanation, checkId, confidence, evidence, signs, ...counted } = item;
    if (item.outcome === 'not_met') {
      told[item.itemId] = { explanation };
      return { ...counted, checkId, confidence, evidence, ...(signs && { signs }) };
    }
    told[item.itemId] = { explanation, checkId, confidence };
    found[item.itemId] = { evidence, ...(signs && { signs: signs.map((sign) => sign.evidence) }) };
    return { ...counted, ...(signs && { signs: signs.map(({ name }) => ({ name })) }) };
  });
  // Two results of one item could not be told apart.
  if (Object.keys(told).length < items.length) return items as readonly Lying[];
  return lying.map((item, at) => (at === 0 ? { ...item, told: pack(told), found: pack(found) } : item));
}

export function unpackItems(lying: readonly Lying[]): ItemResult[] {
  const of = <T>(part: 'said' | 'told' | 'found'): Record<string, T> => {
    const packed = lying.find((item) => item[part] !== undefined)?.[part];
    return packed === undefined ? {} : (unpack(packed) as Record<string, T>);
  };
  const [said, told, found] = [of<ItemResult['explanation']>('said'), of<Told>('told'), of<Found>('found')];
  return lying.map(({ said: _, told: __, found: ___, signs, ...item }) => {
    const place = found[item.itemId];
    const explanation = item.explanation ?? said[item.itemId];
    return {
      evidence: place?.evidence ?? [],
      ...told[item.itemId],
      ...item,
      ...(explanation && { explanation }),
      ...(signs && { signs: signs.map((sign, at) => ({ evidence: place?.signs?.[at] ?? [], ...sign })) }),
    } as ItemResult;
  });
}

/** For the column: what is not a list of results, such as none, passes through. */
export const ITEMS_AS_THEY_LIE: ValueTransformer = {
  to: (items: unknown) => (Array.isArray(items) ? packItems(items as ItemResult[]) : items),
  from: (lying: unknown) => (Array.isArray(lying) ? unpackItems(lying as Lying[]) : lying),
};

interface Inputs extends Record<string, unknown> {
  notTrusted?: unknown;
  measures?: ({ longestSilence?: unknown; sides?: unknown } & Record<string, unknown>) | null;
  rest?: string;
}

/** Of the measures those stay that SQL reads. */
function packInputs({ measures, ...inputs }: Inputs): Inputs {
  if (!measures) return { rest: pack({ ...inputs, ...(measures === null && { measures }) }) };
  const { longestSilence, sides, ...others } = measures;
  const read = { ...(longestSilence !== undefined && { longestSilence }), ...(sides !== undefined && { sides }) };
  return { measures: read, rest: pack({ ...inputs, measures: others }) };
}

function unpackInputs({ rest, ...inputs }: Inputs): Inputs {
  if (typeof inputs.notTrusted === 'string') return { ...inputs, notTrusted: unpack(inputs.notTrusted) };
  if (rest === undefined) return inputs;
  const packed = unpack(rest) as Inputs;
  return { ...packed, ...(packed.measures && { measures: { ...packed.measures, ...inputs.measures } }) };
}

export const INPUTS_AS_THEY_LIE: ValueTransformer = {
  to: (inputs: Inputs | null | undefined) => (inputs ? packInputs(inputs) : inputs),
  from: (lying: Inputs | null | undefined) => (lying ? unpackInputs(lying) : lying),
};
