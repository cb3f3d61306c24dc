import { Controller } from '@nestjs/common';
import { checklistLibraryRoutes, type ChecklistLibrary, type LibraryEntryView } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ChecklistLibraryQuery } from './checklist-library.query.js';

/** Ready checklists by trade, to be read; drafts are made from them as from any other checklist. */
@Controller()
export class ChecklistLibraryController {
  constructor(private readonly query: ChecklistLibraryQuery) {}

  @Route(checklistLibraryRoutes.list)
  list(): Promise<ChecklistLibrary> {
    return this.query.list();
  }

  @Route(checklistLibraryRoutes.entry)
  entry({ entry }: Asked<typeof checklistLibraryRoutes.entry>): Promise<LibraryEntryView> {
    return this.query.entry(entry);
  }
}
