import { useState } from 'react';
import { SAVE_FAULT_KEYS } from '../card/fault-words.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { faultText } from './CustomEditor.tsx';
import type { CustomDesk } from './CustomSection.tsx';

const LARGEST = 1_000_000;

/** Takes a definition from a file; one with the same id is replaced. */
export function CustomImport({ desk }: { readonly desk: CustomDesk }) {
  const { custom, say, done } = desk;
  const { t, fmt } = say;
  const [wrong, setWrong] = useState('');
  const take = async (file: File): Promise<void> => {
    setWrong('');
    // A film that was picked by mistake does not have to be read.
    const text = file.size > LARGEST ? '' : await file.text().catch(() => '');
    const { definition, fault } = custom.check(text);
    if (!definition) {
      setWrong(faultText(fault, say));
      return;
    }
    const result = await custom.save(definition);
    if (!result.ok) {
      setWrong(t(SAVE_FAULT_KEYS[result.fault]));
      return;
    }
    const hosts = fmt.list(definition.sites.map((site) => new URL(site).host));
    const saved = t('options_custom_saved', [definition.name]);
    await done(`${saved} ${t('options_custom_import_site', [hosts])}`);
  };
  return (
    <>
      <div className="op-actions">
        <ChooseFile label={t('options_custom_import')} onChoose={(file) => void take(file)} />
      </div>
      <p role="status" className="op-wrong">
        {wrong}
      </p>
    </>
  );
}
