import { memo, useRef, type KeyboardEvent } from 'react';
import { ComboBox, I18nProvider, Label } from 'react-aria-components';
import type { Say } from '../../options/say.ts';
import { ChooserField, ChooserList } from './ChooserList.tsx';
import type { OptionGroup } from './options.ts';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly groups: readonly OptionGroup[];
  /** The id of what is chosen; "" for nothing yet. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Where the focus can be put (see markOf). */
  readonly mark: string;
}

/**
 * One of many, found by typing any part of its name. A list that opens under a text field rather than a plain
 * select: there are well over fifty facts, a select finds them by their first letters alone, and closed it would
 * change the rule at every press of an arrow key. Kept as it is while its own props are: its list is long, and all rules
 * are drawn anew at every key.
 */
export const Chooser = memo(function Chooser(props: Props) {
  const { say, label, groups, value, onChange, mark } = props;
  // Whether the text is somebody's own, and not the name of what is chosen.
  const typed = useRef(false);
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement) || (key !== 'Enter' && key !== 'Tab')) return;
    // With an option under the cursor, the list takes it by itself.
    if (target.hasAttribute('aria-activedescendant') || !typed.current) return;
    typed.current = false;
    const found = matchOf(groups, target.value, key === 'Enter', say.fmt.locale);
    if (found !== undefined && found !== value) onChange(found);
  };
  const chosen = groups.flatMap(({ options }) => options).find(({ id }) => id === value)?.text;
  return (
    <I18nProvider locale={say.fmt.locale}>
      <div className="cn-chooser" onKeyDownCapture={keys}>
        <ComboBox
          value={value === '' ? null : value}
          onChange={(id) => {
            typed.current = false;
            if (id !== null && id !== value) onChange(String(id));
          }}
          onInputChange={(text) => {
            typed.current = text !== chosen;
          }}
          allowsEmptyCollection
        >
          <Label className="ds-hidden">{label}</Label>
          <ChooserField say={say} placeholder={say.t('cond_fact_choose')} mark={mark} />
          <ChooserList say={say} groups={groups} />
        </ComboBox>
      </div>
    </I18nProvider>
  );
});

/** What a typed text means without a choice from the list: the option of that name, the only one, or with Enter the first. */
function matchOf(
  groups: readonly OptionGroup[],
  typed: string,
  takesFirst: boolean,
  locale: string,
): string | undefined {
  const wanted = typed.trim().toLocaleLowerCase(locale);
  if (wanted === '') return undefined;
  const found = groups
    .flatMap(({ options }) => options)
    .map(({ id, text }) => ({ id, text: text.toLocaleLowerCase(locale) }))
    .filter(({ text }) => text.includes(wanted));
  const exact = found.filter(({ text }) => text === wanted);
  const [best, ...others] = exact.length > 0 ? exact : found;
  return takesFirst || others.length === 0 ? best?.id : undefined;
}
