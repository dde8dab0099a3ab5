import type { PartProps } from '../part.ts';

/** The draft's cards. */
export function CardsPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
