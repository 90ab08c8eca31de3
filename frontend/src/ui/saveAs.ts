/** Hands a file over as a link to it would: what is fetched with a token has no link. */
export function saveAs(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads the file after the click: a minute is more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
