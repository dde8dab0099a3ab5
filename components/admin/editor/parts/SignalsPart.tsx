import type { PartProps } from '../part.ts';

/** The draft's signals. */
export function SignalsPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
