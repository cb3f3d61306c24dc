import { type CallFields, type LegFields, type Statement } from './model.js';

/** The record that says it, and how finely. */
export interface Teller {
  record: string;
  within: number;
}

type Maybe<Fields> = { [F in keyof Fields]?: Fields[F] | null | undefined };

/** What one record says of the call; what it does not say is left out. */
export const tellCall = (from: Teller, fields: Maybe<CallFields>): Statement[] => tell(null, from, fields);

/** What one record says of a leg. */
export const tellLeg = (leg: string, from: Teller, fields: Maybe<LegFields>): Statement[] => tell(leg, from, fields);

const tell = (leg: string | null, { record, within }: Teller, fields: object): Statement[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([field, value]) => ({ leg, field, value: value as unknown, within, record }) as Statement);
