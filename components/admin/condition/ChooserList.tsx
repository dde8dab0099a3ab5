import { useContext, useEffect } from 'react';
import {
  Button,
  ComboBoxStateContext,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import type { Say } from '../../options/say.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Option, OptionGroup } from './options.ts';

interface FieldProps {
  readonly say: Say;
  readonly placeholder: string;
  readonly mark?: string | undefined;
}

/** The text field of a list to choose from, with the button that opens all of it. */
export function ChooserField({ say, placeholder, mark }: FieldProps) {
  return (
    <div className="cn-combo">
      <Input className="ds-input cn-input" placeholder={placeholder} data-cn={mark} />
      <Button className="cn-open" aria-label={say.t('cond_open_list')}>
        <Icon name="chevron" />
      </Button>
    </div>
  );
}

/** Closes a list that opened by itself because its field was emptied by a choice. */
export function CloseEmptied({ emptied }: { readonly emptied: () => boolean }) {
  const state = useContext(ComboBoxStateContext);
  useEffect(() => {
    if (state?.isOpen && emptied()) state.close();
  });
  return null;
}

interface ListProps {
  readonly say: Say;
  readonly groups: readonly OptionGroup[];
}

const optionItem = ({ id, text }: Option) => (
  <ListBoxItem key={id} id={id} textValue={text} className="cn-option">
    {text}
  </ListBoxItem>
);

/** The list itself, in groups where they have a heading. */
export function ChooserList({ say, groups }: ListProps) {
  return (
    <Popover className="cn-popover" placement="bottom start" offset={4}>
      <ListBox
        className="cn-list"
        renderEmptyState={() => <p className="cn-none">{say.t('cond_nothing_found')}</p>}
      >
        {groups.map(({ title, options }) =>
          title === '' ? (
            options.map(optionItem)
          ) : (
            <ListBoxSection key={title} id={`group ${title}`}>
              <Header className="cn-list-title">{title}</Header>
              {options.map(optionItem)}
            </ListBoxSection>
          ),
        )}
      </ListBox>
    </Popover>
  );
}
