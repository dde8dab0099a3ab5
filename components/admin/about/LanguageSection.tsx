import { useState } from 'react';
import { heldBy } from '../delivery/held.ts';
import { SetBy } from '../delivery/SetBy.tsx';
import { SelectInput } from '../form/SelectInput.tsx';
import { Section } from '../../options/Section.tsx';
import type { AboutProps } from './AboutScreen.tsx';

const CHOICES = ['own', 'en', 'nl'] as const;
type Choice = (typeof CHOICES)[number];

/** The language of all screens. */
export function LanguageSection({ desk, about, again }: AboutProps) {
  const { t } = desk.say;
  const [taken, setTaken] = useState<boolean | null>(null);
  const names: Readonly<Record<Choice, string>> = {
    own: t('about_language_own'),
    en: t('about_language_en'),
    nl: t('about_language_nl'),
  };
  const current = about.language ?? 'own';
  const choose = async (choice: Choice): Promise<void> => {
    const done = await desk.actions.about.choose(choice === 'own' ? null : choice);
    await again();
    setTaken(done);
  };
  return (
    <Section title={t('about_language_title')} lead={t('about_language_lead')}>
      <div className="op-panel">
        <SetBy desk={desk} lock="language" />
        {heldBy(desk.view, 'language') ? (
          <p>{names[current]}</p>
        ) : (
          <SelectInput<Choice>
            label={t('about_language_label')}
            say={desk.say}
            value={current}
            onChange={(choice) => void choose(choice)}
            choices={CHOICES.map((value) => ({ value, label: names[value] }))}
          />
        )}
        <p role="status" className="op-small">
          {taken !== null && t(taken ? 'about_language_taken' : 'about_language_refused')}
        </p>
      </div>
    </Section>
  );
}
