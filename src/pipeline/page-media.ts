/** The media type of a page: HTML where the server says nothing else, and XHTML is read like it. */
export function pageMediaType(stated: string | undefined): string {
  return (stated ?? 'text/html')
    .replace(/^\s*application\/xhtml\+xml/i, 'text/html')
    .replace(/[\r\n]/g, ' ');
}
