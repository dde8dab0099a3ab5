import type { PartProps } from '../part.ts';

/** The draft's answers. */
export function AnswersPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
