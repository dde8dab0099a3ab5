/** Hands a text to the browser as a file to be saved. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address only after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
