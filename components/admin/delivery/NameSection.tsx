import { useState } from 'react';
import { NAME_LIMIT } from '../../../lib/app/policy-model.ts';
import { SAVE_FAULT_KEYS } from '../../card/fault-words.ts';
import { Section } from '../../options/Section.tsx';
import type { Desk } from '../../options/desk.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../form/TextInput.tsx';

/** The name that stands beside the versions that are published here. */
export function NameSection({ desk: { say, view, actions, refresh } }: { readonly desk: Desk }) {
  const { t } = say;
  const [draft, setDraft] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const name = draft ?? view.who.name;
  const long = name.trim().length > NAME_LIMIT;
  const keep = async (): Promise<void> => {
    if (long) return;
    const kept = name.trim();
    const result = await actions.roles.call(kept);
    await refresh();
    if (result.ok) setDraft(null);
    const done = kept === '' ? t('policy_name_none') : t('policy_name_done', [kept]);
    setSaid(result.ok ? done : t(SAVE_FAULT_KEYS[result.fault]));
  };
  return (
    <Section title={t('policy_name_title')} lead={t('policy_name_lead')}>
      <form
        className="op-panel op-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextInput
          label={t('policy_name_label')}
          say={say}
          value={name}
          most={NAME_LIMIT}
          onChange={(text) => {
            setSaid('');
            setDraft(text);
          }}
        />
        <div className="op-actions">
          <Button type="submit">{t('policy_name_save')}</Button>
        </div>
        <p role="status" className="op-done">
          {said}
        </p>
      </form>
    </Section>
  );
}
