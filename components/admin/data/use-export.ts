import { useState } from 'react';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import { downloadBlob } from '../../options/download.ts';
import type { Desk } from '../../options/desk.ts';
import type { SaidText } from '../../options/Said.tsx';
import { sizeText } from './size.ts';

/** Writes everything into a file and hands it to the browser. */
export function useExport({ actions, say }: Desk): {
  readonly busy: boolean;
  readonly said: SaidText | null;
  readonly run: () => Promise<void>;
} {
  const { t, fmt } = say;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<SaidText | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const result = await actions.data.exportAll();
    setBusy(false);
    if (!result.ok) {
      setSaid({ good: false, text: t(RECORDS_FAULT_KEYS[result.fault]) });
      return;
    }
    const { name, blob } = result.file;
    downloadBlob(name, blob);
    setSaid({ good: true, text: t('data_exported', [name, sizeText(blob.size, fmt.locale)]) });
  };
  return { busy, said, run };
}
