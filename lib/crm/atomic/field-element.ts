import type { FieldName } from '../../core/fields.ts';
import { findFirst } from '../dom.ts';
import { findDealDialog, type DealDialog } from './deal-dialog.ts';
import { findPeople, findStage } from './edit.ts';
import {
  AMOUNT_INPUT,
  COMPANY_BUTTON,
  COMPANY_INPUT,
  DATE_INPUT,
  NAME_INPUT,
} from './selectors.ts';
import { shownValue } from './show.ts';

type Finder = (found: DealDialog) => HTMLElement | undefined;

const inForm =
  (find: (form: HTMLElement) => HTMLElement | undefined): Finder =>
  ({ form }) =>
    form && find(form);

const IN_EDIT: Partial<Record<FieldName, Finder>> = {
  name: inForm((form) => findFirst(form, NAME_INPUT)),
  account: inForm((form) => findFirst(form, [...COMPANY_INPUT, ...COMPANY_BUTTON])),
  amount: inForm((form) => findFirst(form, AMOUNT_INPUT)),
  closeDate: inForm((form) => findFirst(form, DATE_INPUT)),
  stage: inForm((form) => findStage(form).box),
  contacts: inForm((form) => {
    const people = findPeople(form);
    return people?.querySelector<HTMLElement>('input') ?? people;
  }),
};

const IN_SHOW: Partial<Record<FieldName, Finder>> = {
  name: ({ heading }) => heading,
  amount: ({ dialog }) => shownValue(dialog, 'amount'),
  closeDate: ({ dialog }) => shownValue(dialog, 'closeDate'),
  stage: ({ dialog }) => shownValue(dialog, 'stage'),
  contacts: ({ dialog }) => shownValue(dialog, 'contacts'),
};

/** The field's own element in the view that is open: the input in a form, the value in the show view. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  const found = findDealDialog(root);
  return found && (found.view === 'edit' ? IN_EDIT : IN_SHOW)[field]?.(found);
}
