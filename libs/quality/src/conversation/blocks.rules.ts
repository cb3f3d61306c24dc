import { type HeardCall } from '../call/heard-call.js';

/** Turns of the customer in a row are one block: chats are cut into short lines. */
export interface CustomerBlocks {
  /** For each turn, how many blocks have begun up to it; 0 before the customer speaks. */
  readonly blockOf: readonly number[];
  readonly count: number;
}

export const customerBlocks = (call: HeardCall): CustomerBlocks =>
  call.once('customer blocks', () => {
    let count = 0;
    const blockOf = call.turns.map(({ speaker }, at) => {
      if (speaker === 'customer' && call.turns[at - 1]?.speaker !== 'customer') count++;
      return count;
    });
    return { blockOf, count };
  });
