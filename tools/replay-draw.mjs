#!/usr/bin/env node
/*
 * Makes a draw again from its file, with nothing of the product: node tools/replay-draw.mjs FILE (a Sampling screen's download).
 * It says whether seed, plan, frame and picks fit each other. Compare the four hashes that it prints with the journal: a file could have been
 * made to fit.
 */
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const byName = ([a], [b]) => (a < b ? -1 : 1);

/** @returns what does not fit, in words; empty where all does */
export function problemsOf(kept) {
  const { seed, frame } = kept;
  const lines = frame.toSorted(byName).map((leg) => JSON.stringify(leg));
  const picks = drawn(kept);
  return [
    ...(sha256(Buffer.from(seed, 'hex')) === kept.seedSha256 ? [] : ['the seed is not the one that was committed']),
    ...(sha256(JSON.stringify(sorted(kept.plan.content))) === kept.plan.sha256
      ? []
      : ['the plan is not the one that was saved']),
    ...(sha256(lines.join('\n')) === kept.frameSha256 ? [] : ['the frame is not the one that was hashed']),
    ...(sha256(picks.join('\n')) === kept.picksSha256 ? [] : ['seed and frame give other picks']),
    ...(picks.join() === kept.picks.join() ? [] : ['the picks in the file are not what seed and frame give']),
    ...(kept.committedAt < kept.fromAt ? [] : ['the seed was committed after the period began']),
  ];
}

/** With the keys of every object in order, as the plan was hashed. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(byName);
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The ids of the legs that seed, frame and plan give. */
function drawn({ seed, frame, reviewers, plan: { content } }) {
  const { size, strata } = content;
  const key = Buffer.from(seed, 'hex');
  const legs = frame
    .map(([id, stratum, severity]) => ({
      id,
      stratum,
      severity,
      ticket: createHmac('sha256', key).update(id).digest('hex'),
    }))
    .sort((a, b) => b.severity - a.severity || (a.ticket < b.ticket ? -1 : 1));
  const groups = new Map();
  for (const leg of legs) groups.set(leg.stratum, [...(groups.get(leg.stratum) ?? []), leg.id]);
  const order = [...groups].sort(byName);
  const all = size.per === 'reviewer' ? size.n * reviewers : size.n;
  const shares =
    size.per === 'stratum' || strata === 'none'
      ? new Map(order.map(([name]) => [name, size.per === 'stratum' ? size.n : all]))
      : shared(order, all);
  return order.flatMap(([name, ids]) => ids.slice(0, shares.get(name)));
}

/** So many altogether, by the method of the largest remainder. */
function shared(order, n) {
  const total = order.reduce((sum, [, ids]) => sum + ids.length, 0);
  if (n >= total) return new Map(order.map(([name, ids]) => [name, ids.length]));
  const parts = order.map(([name, ids]) => ({
    name,
    whole: Math.floor((ids.length * n) / total),
    rest: (ids.length * n) % total,
  }));
  const left = n - parts.reduce((sum, { whole }) => sum + whole, 0);
  const more = parts.toSorted((a, b) => b.rest - a.rest || (a.name < b.name ? -1 : 1)).slice(0, left);
  return new Map(parts.map((one) => [one.name, one.whole + (more.includes(one) ? 1 : 0)]));
}

function main([file]) {
  if (!file) {
    console.error('用法 / usage: npm run -s replay-draw -- FILE');
    return 2;
  }
  let kept;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
    if (kept.format !== 'shouwen.draw/1') throw new Error('format');
  } catch {
    console.error(`${file}：不是抽样文件 / is no file of a draw`);
    return 2;
  }
  console.log(`seed sha256:  ${kept.seedSha256}\nplan sha256:  ${kept.plan.sha256}`);
  console.log(`frame sha256: ${kept.frameSha256}\npicks sha256: ${kept.picksSha256}`);
  const problems = problemsOf(kept);
  for (const problem of problems) console.log(`- ${problem}`);
  console.log(
    problems.length === 0
      ? `一致：${kept.frame.length} 段中抽取 ${kept.picks.length} 段 / fits: ${kept.picks.length} of ${kept.frame.length} legs`
      : '不一致 / does not fit',
  );
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.slice(2));
