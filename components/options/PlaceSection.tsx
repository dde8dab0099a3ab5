import { useState } from 'react';
import { readCurrencies } from '../../lib/app/options-draft.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { Button } from '../ui/Button.tsx';
import { CountrySelect } from './CountrySelect.tsx';
import { CurrencyField } from './CurrencyField.tsx';
import type { Desk } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

const PLACE = 'place';

/** The country and the currencies of the playbook in force. */
export function PlaceSection({ desk }: { readonly desk: Desk }) {
  const { t } = desk.say;
  const playbook = playbookOf(desk.view.inForce);
  return (
    <Section title={t('options_place_title')} lead={t('options_place_lead')}>
      <div className="op-panel">
        {playbook ? <Form desk={desk} playbook={playbook} /> : <p>{t('options_place_later')}</p>}
      </div>
    </Section>
  );
}

/** What was chosen and not yet published; null where it is as in the playbook. */
interface Draft {
  readonly country: string | null;
  readonly currencies: string | null;
}

const UNTOUCHED: Draft = { country: null, currencies: null };

function Form({ desk, playbook }: { readonly desk: Desk; readonly playbook: Playbook }) {
  const { actions, publishing, say, view } = desk;
  const { t } = say;
  const [draft, setDraft] = useState(UNTOUCHED);
  const [said, setSaid] = useState<'same' | 'wrong' | null>(null);
  const country = draft.country ?? playbook.country;
  const listed = draft.currencies ?? playbook.currencies.join(', ');
  const { codes, wrong } = readCurrencies(listed);
  const change = (part: Partial<Draft>): void => {
    publishing.forget();
    setSaid(null);
    setDraft({ ...draft, ...part });
  };
  const publish = async (): Promise<void> => {
    const same = country === playbook.country && codes.join() === playbook.currencies.join();
    const why = wrong.length > 0 ? 'wrong' : same ? 'same' : null;
    setSaid(why);
    if (why) return;
    const done = await publishing.run(PLACE, () => actions.publishPlace(country, codes));
    if (done) setDraft(UNTOUCHED);
  };
  return (
    <form
      className="op-form"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <CountrySelect
        desk={desk}
        value={country}
        onChange={(code) => {
          change({ country: code });
        }}
      />
      <CurrencyField
        say={say}
        value={listed}
        codes={codes}
        wrong={said === 'wrong' ? wrong : []}
        onChange={(text) => {
          change({ currencies: text });
        }}
      />
      <div className="op-actions">
        <Button type="submit" aria-disabled={publishing.busy}>
          {t('options_place_publish', [view.next])}
        </Button>
      </div>
      <p role="status" className="op-small">
        {said === 'same' && t('options_place_same')}
      </p>
      <Outcome result={publishing.at(PLACE)} say={say} />
    </form>
  );
}
