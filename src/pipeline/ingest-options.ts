/**
 * How an item was read, kept in its media type: so that the capture alone tells how to read it again.
 */
import type { DraftOptions } from '../collect/draft.ts';
import { formatMedia, parseMedia } from '../collect/media.ts';

type Options = Omit<DraftOptions, 'now'>;

/** The media type with the options, if there are any. */
export function withOptions(mediaType: string, { fields, timezone }: Options): string {
  const mapped = fields !== undefined && Object.keys(fields).length > 0;
  if (!mapped && timezone === undefined) return mediaType;
  const { type, parameters } = parseMedia(mediaType);
  return formatMedia(type, {
    ...parameters,
    ...(mapped && { fields: encodeURIComponent(JSON.stringify(fields)) }),
    ...(timezone !== undefined && { timezone: encodeURIComponent(timezone) }),
  });
}

/** The options in a media type; none where there are none, or where they are damaged. */
export function optionsIn(mediaType: string): Options {
  const { fields, timezone } = parseMedia(mediaType).parameters;
  try {
    return {
      ...(fields !== undefined && { fields: JSON.parse(decodeURIComponent(fields)) as object }),
      ...(timezone !== undefined && { timezone: decodeURIComponent(timezone) }),
    };
  } catch {
    return {};
  }
}
