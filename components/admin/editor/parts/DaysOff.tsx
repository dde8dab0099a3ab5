import { useId, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DateInput } from '../../form/DateInput.tsx';
import type { PartProps } from '../part.ts';
import { withPart } from './lists.ts';

/** As many as a playbook takes. */
const MOST = 400;

/** The team's own days off, beside the country's public holidays. */
export function DaysOff({ desk: { say }, draft, change }: PartProps) {
  const { t, fmt } = say;
  const id = useId();
  const [day, setDay] = useState('');
  const [said, setSaid] = useState('');
  const group = useRef<HTMLFieldSetElement>(null);
  const days = draft.daysOff ?? [];
  const set = (next: readonly string[]): void => {
    change((now) => withPart(now, 'daysOff', next.length > 0 ? [...next] : undefined));
  };
  const add = (): void => {
    const why = day === '' ? 'parts_off_choose' : days.includes(day) ? 'parts_off_has' : null;
    const full = days.length >= MOST;
    setSaid(why ? t(why, [fmt.date(day)]) : full ? t('parts_off_full', [fmt.number(MOST)]) : '');
    if (why || full) return;
    set([...days, day].toSorted());
    setSaid(t('parts_off_added', [fmt.date(day)]));
    setDay('');
  };
  const remove = (gone: string): void => {
    set(days.filter((each) => each !== gone));
    setSaid(t('parts_off_removed', [fmt.date(gone)]));
    group.current?.querySelector('input')?.focus();
  };
  return (
    <fieldset className="pt-set" ref={group} aria-describedby={`${id}-hint`}>
      <legend className="fm-label">{t('parts_off_title')}</legend>
      <p className="fm-hint" id={`${id}-hint`}>
        {t('parts_off_hint')}
      </p>
      <div className="pt-add">
        <DateInput say={say} label={t('parts_off_day')} value={day} onChange={setDay} />
        <Button onClick={add}>{t('parts_off_add')}</Button>
      </div>
      <p role="status" className="op-small">
        {said}
      </p>
      {days.length > 0 && (
        <ul className="pt-days">
          {days.map((each) => (
            <li key={each}>
              {fmt.date(each)}
              <Button
                look="quiet"
                aria-label={t('parts_off_remove', [fmt.date(each)])}
                onClick={() => {
                  remove(each);
                }}
              >
                {t('edit_row_remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
