import type { PartProps } from '../part.ts';

/** The draft's facts. */
export function FactsPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
