import type { PartProps } from '../part.ts';

/** The draft's stages. */
export function StagesPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
