/*
 * Walks a journal once, from its first entry to its last
 *   1. Positions are dense from 1; each row's hash follows from the row before it, so a row that does not is named and the walk goes on.
 *   2. Every signed head, of the journal and of those that the verifier holds, is compared with the hash at its position. A journal that
 *      was chained again after a change contradicts the first head behind it.
 *   3. A head beyond the last row proves that a tail was cut. Only a head from outside shows it when the heads were cut too.
 *   4. Details answer to the commitment in the chain. Where they are gone, a later entry must say that they were erased.
 */
import { type KeyObject, verify } from 'node:crypto';
import { commitTo, GENESIS, headMessage, nextChainHash, type ChainedEntry } from '../chain.rules.js';
import { type JournalFinding, type JournalVerdict } from './finding.js';
import { type JournalLine, type SealedLine, type SignedHead, type UnsealedLine } from './journal-line.js';
import { placesOf, type Disputed } from './placement.rules.js';

/** The entry that accounts for erased details (`erasure.ts`). */
export const ERASURE_EVENT = 'journal.details_erased';
/** An entry that has no position after so long means that nothing seals: 5 s are allowed. */
const UNSEALED_TOO_LONG_MS = 60_000;
const MOST_LISTED = 100;
const MOST_WAITING = 20;

export interface WalkOptions {
  publicKey: KeyObject;
  now: Date;
}

export class JournalWalk {
  private position = 0n;
  /** Null where it is not known, after a row that is missing. */
  private previous: string | null = GENESIS;
  private entries = 0;
  private heads = 0;
  private furthestHead = 0n;
  private lastGoodHead = 0n;
  private more = 0;
  private rewritten = false;
  private readonly unsealed: JournalVerdict['unsealed'] = { count: 0, oldestAt: null };
  private readonly findings: JournalFinding[] = [];
  private readonly disputed: Disputed[] = [];
  private readonly gone = new Map<string, JournalFinding>();
  private readonly accounted = new Set<string>();
  /** Heads from outside that are at the position the walk has come to, or just before it. */
  private held: SignedHead[] = [];
  private heldHeads = 0;
  private heldUpTo = 0n;
  private erased = 0;

  constructor(private readonly options: WalkOptions) {}

  /** A head that was kept outside the database; given before the first entry that is not before its position. */
  hold(head: SignedHead): void {
    if (!this.isSigned(head, 'held_signature_invalid')) return;
    // Only the last of them can be at the position where the walk goes on.
    this.held = [...this.held.slice(-MOST_WAITING), head];
    this.heldHeads++;
    const position = BigInt(head.position);
    if (position > this.heldUpTo) this.heldUpTo = position;
  }

  take(line: JournalLine): void {
    if (line.kind === 'entry') this.takeEntry(line);
    else if (line.kind === 'head') this.takeHead(line);
    else this.takeUnsealed(line);
  }

  finish(): JournalVerdict {
    this.nameDisputed();
    this.nameCut();
    for (const [entryId, finding] of this.gone) {
      if (this.accounted.has(entryId)) this.erased++;
      else this.find(finding);
    }
    return {
      ok: this.findings.every(({ fault }) => fault === 'unsealed_long'),
      entries: this.entries,
      lastPosition: this.position.toString(),
      heads: this.heads,
      held: this.heldHeads > 0 ? { heads: this.heldHeads, upTo: this.heldUpTo.toString() } : null,
      erased: this.erased,
      unsealed: this.unsealed,
      findings: this.findings.sort(byPosition),
      more: this.more,
    };
  }

  private takeEntry(line: SealedLine): void {
    const position = BigInt(line.position);
    if (position !== this.position + 1n) this.nameMissing(this.position + 1n, position - 1n);
    this.position = position;
    this.entries++;
    const { entry, chainHash } = line;
    if (entry === null) this.find({ fault: 'entry_gone', position: line.position, entryId: line.entryId });
    else {
      if (this.previous !== null && nextChainHash(this.previous, position, entry) !== chainHash)
        this.disputed.push({ position, previous: this.previous, chainHash, entry });
      this.checkDetail(line, entry);
    }
    this.previous = chainHash;
    for (const head of this.held) if (head.position === line.position) this.compare(head);
    this.held = [];
  }

  private nameMissing(from: bigint, to: bigint): void {
    if (to < from) return;
    this.find({ fault: 'missing', position: from.toString(), ...(to > from ? { toPosition: to.toString() } : {}) });
    this.previous = this.held.find(({ position }) => BigInt(position) === to)?.chainHash ?? null;
  }

  private checkDetail({ position, detail }: SealedLine, entry: ChainedEntry): void {
    const { id: entryId, event, at } = entry;
    const about = { position, entryId, event, at };
    if (detail === null) this.gone.set(entryId, { fault: 'details_gone', ...about });
    else if (commitTo(detail.salt, detail.details) !== entry.commitment)
      this.find({ fault: 'details_edited', ...about });
    else if (event === ERASURE_EVENT) for (const id of detail.details['entryIds'] as string[]) this.accounted.add(id);
  }

  private takeHead(head: SignedHead): void {
    this.heads++;
    if (!this.isSigned(head, 'signature_invalid')) return;
    const position = BigInt(head.position);
    if (position > this.furthestHead) this.furthestHead = position;
    if (position === this.position) this.compare(head);
  }

  /** The chain at a head's position must be what was signed. Of all heads behind a change, the first says where it was. */
  private compare({ position, chainHash }: SignedHead): void {
    if (chainHash === this.previous) {
      if (!this.rewritten) this.lastGoodHead = BigInt(position);
      return;
    }
    if (this.rewritten) return;
    this.rewritten = true;
    this.find({ fault: 'rewritten', position: (this.lastGoodHead + 1n).toString(), toPosition: position });
  }

  private isSigned(head: SignedHead, fault: 'signature_invalid' | 'held_signature_invalid'): boolean {
    const message = Buffer.from(headMessage(BigInt(head.position), head.chainHash, head.signedAt));
    if (verify(null, message, this.options.publicKey, Buffer.from(head.signature, 'base64'))) return true;
    this.find({ fault, position: head.position, at: head.signedAt });
    return false;
  }

  private takeUnsealed({ entry, marked }: UnsealedLine): void {
    const { id: entryId, event, at } = entry;
    this.unsealed.count++;
    if (this.unsealed.oldestAt === null || at < this.unsealed.oldestAt) this.unsealed.oldestAt = at;
    if (!marked) this.find({ fault: 'never_sealed', position: null, entryId, event, at });
    else if (this.options.now.getTime() - at.getTime() > UNSEALED_TOO_LONG_MS)
      this.find({ fault: 'unsealed_long', position: null, entryId, event, at });
  }

  private nameDisputed(): void {
    const places = placesOf(this.disputed);
    for (const { position, entry } of this.disputed) {
      const place = places.get(position);
      // It is where it was sealed; what is wrong is the row before it.
      if (place === position) continue;
      const { id: entryId, event, at } = entry;
      const about = { position: position.toString(), entryId, event, at };
      if (place === undefined) this.find({ fault: 'edited', ...about });
      else this.find({ fault: 'reordered', toPosition: place.toString(), ...about });
    }
  }

  private nameCut(): void {
    const promised = this.heldUpTo > this.furthestHead ? this.heldUpTo : this.furthestHead;
    if (promised <= this.position) return;
    const toPosition = promised.toString();
    this.find({ fault: 'cut', position: (this.position + 1n).toString(), toPosition });
  }

  private find(finding: JournalFinding): void {
    if (this.findings.length < MOST_LISTED) this.findings.push(finding);
    else this.more++;
  }
}

const byPosition = (a: JournalFinding, b: JournalFinding): number =>
  a.position === null || b.position === null
    ? Number(a.position === null) - Number(b.position === null)
    : Number(BigInt(a.position) - BigInt(b.position));
