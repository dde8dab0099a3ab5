import { useRef, useState, type KeyboardEvent } from 'react';
import { ComboBox, I18nProvider, Label } from 'react-aria-components';
import type { Say } from '../../options/say.ts';
import { ChooserField, ChooserList, CloseEmptied } from './ChooserList.tsx';
import type { Option } from './options.ts';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly placeholder: string;
  readonly mark: string | undefined;
  readonly options: readonly Option[];
  /** No other text than an option's is taken; what was typed stays in the field. */
  readonly closed: boolean;
  readonly onAdd: (text: string) => void;
}

/** A field that adds a text: chosen from its list, or typed and ended with Enter or by leaving the field. */
export function AddText({ say, label, placeholder, mark, options, closed, onAdd }: Props) {
  const [typed, setTyped] = useState('');
  // By what the list was opened.
  const opened = useRef<string>(undefined);
  const add = (value: string): void => {
    setTyped('');
    const text = value.trim();
    if (text !== '') onAdd(text);
  };
  const addTyped = (): void => {
    const wanted = typed.trim().toLowerCase();
    const known = options.find(({ text }) => text.toLowerCase() === wanted);
    if (known !== undefined || !closed) add(known?.id ?? typed);
  };
  const keys = ({ key, target }: KeyboardEvent<HTMLElement>): void => {
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    // With an option under the cursor, the list takes it by itself.
    if (!target.hasAttribute('aria-activedescendant')) addTyped();
  };
  return (
    <I18nProvider locale={say.fmt.locale}>
      <div className="cn-chooser" onKeyDownCapture={keys}>
        <ComboBox
          allowsCustomValue
          value={null}
          inputValue={typed}
          onInputChange={setTyped}
          onChange={(id) => {
            if (id !== null) add(String(id));
          }}
          onOpenChange={(isOpen, trigger) => {
            opened.current = isOpen ? trigger : undefined;
          }}
          onBlur={addTyped}
        >
          <Label className="ds-hidden">{label}</Label>
          <ChooserField say={say} placeholder={placeholder} mark={mark} />
          <CloseEmptied emptied={() => opened.current === 'input' && typed === ''} />
          <ChooserList say={say} groups={[{ title: '', options }]} />
        </ComboBox>
      </div>
    </I18nProvider>
  );
}
