interface Block {
  readonly from: number;
  readonly has: number;
  readonly of: number;
}

/** Never reached: one more than any margin. */
const NEVER = 2 ** 31 - 1;

/**
 * From which margin on so many parts of sentences have the act, for 1 to `parts` - 1: shares of neighbours pooled until they only rise. One
 * sentence without the act is added to each block, so that few sentences make no certainty.
 */
export function risingSteps(told: readonly { margin: number; has: boolean }[], parts: number): number[] {
  const blocks: Block[] = [];
  for (const { margin, has } of [...told].sort((a, b) => a.margin - b.margin || Number(a.has) - Number(b.has))) {
    let block: Block = { from: margin, has: Number(has), of: 1 };
    for (let last = blocks.at(-1); last && last.has * block.of >= block.has * last.of; last = blocks.at(-1)) {
      blocks.pop();
      block = { from: last.from, has: last.has + block.has, of: last.of + block.of };
    }
    blocks.push(block);
  }
  return Array.from({ length: parts - 1 }, (_, i) => {
    const reached = blocks.find(({ has, of }) => has * parts >= (i + 1) * (of + 1));
    return reached?.from ?? NEVER;
  });
}
