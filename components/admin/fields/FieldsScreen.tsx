import type { ScreenProps } from '../../options/screen.ts';

/** Where each fact comes from in each CRM. */
export function FieldsScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
