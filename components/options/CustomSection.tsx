import { useCallback, useEffect, useState } from 'react';
import type { CustomActions, SiteDefinition } from '../../lib/app/options-custom.ts';
import { heldBy } from '../admin/delivery/held.ts';
import { SetBy } from '../admin/delivery/SetBy.tsx';
import { CustomImport } from './CustomImport.tsx';
import { CustomRow } from './CustomRow.tsx';
import { CustomSite } from './CustomSite.tsx';
import type { Desk } from './desk.ts';
import { Section } from './Section.tsx';

/** What the parts of the section work with. */
export interface CustomDesk {
  readonly custom: CustomActions;
  readonly say: Desk['say'];
  /** The policy holds them fast: they can be looked at and exported. */
  readonly locked: boolean;
  /** Reads the list again, and says what came of it. */
  readonly done: (what: string) => Promise<void>;
}

/** CRMs that Dealside does not know, as the admin showed them. */
export function CustomSection({ desk }: { readonly desk: Desk }) {
  const { say, view, actions } = desk;
  const { custom } = actions;
  const { t } = say;
  const [definitions, setDefinitions] = useState<readonly SiteDefinition[]>([]);
  const [said, setSaid] = useState('');
  const look = useCallback(async () => {
    setDefinitions(await custom.list());
  }, [custom]);
  // Everything is read anew when the window comes to the front: the picker saves from another tab.
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') void look();
    };
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
    };
  }, [look, view]);
  const done = async (what: string): Promise<void> => {
    await look();
    setSaid(what);
  };
  const locked = heldBy(view, 'sites') !== null;
  const own: CustomDesk = { custom, say, locked, done };
  return (
    <Section title={t('options_custom_title')} lead={t('options_custom_lead')}>
      <div className="op-panel">
        <SetBy desk={desk} lock="sites" />
        {!locked && (
          <>
            <CustomSite desk={own} />
            <hr className="op-rule" />
          </>
        )}
        {definitions.length === 0 ? (
          <p className="op-small">{t('options_custom_none')}</p>
        ) : (
          <ul className="op-rows">
            {definitions.map((listed) => (
              <CustomRow key={listed.definition.id} listed={listed} desk={own} />
            ))}
          </ul>
        )}
        {!locked && <CustomImport desk={own} />}
        <p role="status" className="op-done">
          {said}
        </p>
      </div>
    </Section>
  );
}
