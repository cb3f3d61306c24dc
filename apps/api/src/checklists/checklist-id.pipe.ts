import { Injectable, type PipeTransform } from '@nestjs/common';
import { checklistIdSchema } from '#contracts';
import { checklistNotFound } from '#quality';

/** The id of a checklist in an address. What cannot be one names nothing. @throws DomainError `checklist_not_found` */
@Injectable()
export class ChecklistIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!checklistIdSchema.safeParse(value).success) throw checklistNotFound();
    return value;
  }
}

/** The number of a version in an address. @throws DomainError `checklist_not_found` */
@Injectable()
export class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,6}$/.test(value)) throw checklistNotFound();
    return Number(value);
  }
}
