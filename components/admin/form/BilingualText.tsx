import { useId } from 'react';
import type { Text } from '../../../lib/core/playbook.ts';
import type { Say } from '../../options/say.ts';
import { LongText } from './LongText.tsx';
import { TextInput } from './TextInput.tsx';

interface Props {
  /** What the text is: the name of the group of its two inputs. */
  readonly label: string;
  readonly say: Say;
  /** Undefined: there is no such text yet. */
  readonly value: Text | undefined;
  /** Gets undefined when both languages were cleared, and only where the text is `optional`. */
  readonly onChange: (value: Text | undefined) => void;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** What is wrong, by language. */
  readonly wrong?: { readonly en?: string | undefined; readonly nl?: string | undefined };
  /** Several lines rather than one. */
  readonly long?: boolean;
  /** The most characters of each language; a playbook takes 500. */
  readonly most?: number;
}

/** The longest text that a playbook takes. */
const MOST = 500;

/** A text in one language alone; a cleared Dutch text goes away altogether. */
function written(value: Text | undefined, language: 'en' | 'nl', text: string): Text {
  const en = language === 'en' ? text : (value?.en ?? '');
  const nl = language === 'nl' ? text : value?.nl;
  return nl === undefined || nl === '' ? { en } : { en, nl };
}

/** A text in English and Dutch, side by side; a Dutch text that is missing shows as a gap with a name. */
export function BilingualText(props: Props) {
  const { label, say, value, onChange, hint, required, wrong, long = false, most = MOST } = props;
  const { t } = say;
  const id = useId();
  const Input = long ? LongText : TextInput;
  const change = (language: 'en' | 'nl') => (text: string) => {
    const next = written(value, language, text);
    onChange(next.en === '' && next.nl === undefined && !required ? undefined : next);
  };
  const gap = (value?.en ?? '').trim() !== '' && (value?.nl ?? '').trim() === '';
  return (
    <div
      role="group"
      className="fm-both"
      aria-labelledby={id}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <p className="fm-label" id={id}>
        {label}
        {required && <span className="fm-needed"> {t('edit_form_needed')}</span>}
      </p>
      {hint !== undefined && (
        <p className="fm-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="fm-pair">
        <Input
          {...{ say, most }}
          label={t('edit_form_english')}
          lang="en"
          wrong={wrong?.en}
          value={value?.en ?? ''}
          onChange={change('en')}
        />
        <div className={gap ? 'fm-gap' : undefined}>
          <Input
            {...{ say, most }}
            label={t('edit_form_dutch')}
            lang="nl"
            hint={gap ? t('edit_form_gap') : undefined}
            wrong={wrong?.nl}
            value={value?.nl ?? ''}
            onChange={change('nl')}
          />
        </div>
      </div>
    </div>
  );
}
