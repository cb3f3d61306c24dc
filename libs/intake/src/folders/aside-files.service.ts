import { Injectable } from '@nestjs/common';
import { type AsideReason } from '#contracts';
import { type SeenFile } from '#telephony/rules';
import { FolderLedger, type Aside } from './folder-ledger.service.js';
import { lookAt } from './folder-walk.js';
import { move } from './moved-aside.js';
import { type WatchedFile } from './watched-file.entity.js';

/**
 * Moves rejected files away if no later run can read them and no log writer still has them open. Other files stay next to the file that describes
 * them.
 */
const MOVES: ReadonlySet<AsideReason> = new Set(['empty', 'header_only', 'kind', 'without_recording']);
const AT_ONCE = 100;

/** Files that were put aside. */
@Injectable()
export class AsideFiles {
  constructor(private readonly ledger: FolderLedger) {}

  async put(sourceId: string, root: string, file: SeenFile, aside: Aside): Promise<void> {
    const row = await this.ledger.putAside(sourceId, file, aside, MOVES.has(aside.reason));
    await this.move(root, row);
  }

  /** Does what was left over, and what people asked for. @returns the names of files that are to be looked at again */
  async settle(sourceId: string, root: string): Promise<string[]> {
    await this.ledger.letIn(sourceId);
    const again: string[] = [];
    for (const row of await this.ledger.unsettled(sourceId, AT_ONCE)) {
      if (row.state === 'aside') await this.move(root, row);
      else if (await this.giveBack(root, row)) again.push(row.name ?? '');
    }
    return again;
  }

  private async move(root: string, row: WatchedFile): Promise<void> {
    if (row.name !== null && row.movesTo !== null && (await move(root, row.name, row.movesTo)))
      await this.ledger.moved(row);
  }

  /** Where its place was taken meanwhile it stays aside. */
  private async giveBack(root: string, row: WatchedFile): Promise<boolean> {
    const { id, name, movesTo } = row;
    if (movesTo !== null && name !== null && !(await move(root, movesTo, name)) && !(await neverLeft(root, row))) {
      await this.ledger.stays(id);
      return false;
    }
    await this.ledger.forget(row);
    return true;
  }
}

/** Of a folder that is not ours to write nothing moves: a file that was put aside lies where it lay. */
const neverLeft = async (root: string, { name, moved }: WatchedFile): Promise<boolean> =>
  !moved && name !== null && (await lookAt(root, [name])).length > 0;
