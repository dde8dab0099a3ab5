import type { FieldName } from '../../core/fields.ts';
import { isVisible } from '../dom.ts';
import { activeForm, inForm } from './form.ts';
import { NUMBER_INPUTS, SHOWN_INPUTS, STATE_SELECT, TEXT_INPUTS } from './selectors.ts';

/** Each field's inputs, in the order of their rank. */
const INPUTS: Partial<Record<FieldName, readonly (readonly string[])[]>> = {
  name: [TEXT_INPUTS.name],
  account: [TEXT_INPUTS.account],
  owner: [TEXT_INPUTS.owner],
  closeDate: [TEXT_INPUTS.closeDate],
  amount: [SHOWN_INPUTS.amount, NUMBER_INPUTS.amount],
  probability: [SHOWN_INPUTS.probability, NUMBER_INPUTS.probability],
  stage: [STATE_SELECT],
};

/** The field's own input in the form in front; of a pair, the one that is shown. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  const form = activeForm(root);
  if (!form) return undefined;
  const inputs = (INPUTS[field] ?? []).flatMap((selectors) => inForm(form, selectors) ?? []);
  return inputs.find(isVisible) ?? inputs[0];
}
