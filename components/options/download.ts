/** Hands a text to the browser as a file to be saved. */
export const download = (name: string, text: string): void => {
  downloadBlob(name, new Blob([text], { type: 'application/json' }));
};

/** The same for a file that may be larger than a text can be. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address only after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
