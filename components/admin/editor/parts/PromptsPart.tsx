import type { PartProps } from '../part.ts';

/** The draft's prompts. */
export function PromptsPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
