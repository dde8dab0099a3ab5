import type { PartProps } from '../part.ts';

/** The draft's settings. */
export function SettingsPart({ desk }: PartProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
