import type { ScreenProps } from '../../options/screen.ts';

/** The draft of the playbook, part by part. */
export function EditScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
