import type { Desk } from '../../options/desk.ts';

/** Policy. */
export function PolicySection({ desk }: { readonly desk: Desk }) {
  return <p>{desk.say.t('options_loading')}</p>;
}
