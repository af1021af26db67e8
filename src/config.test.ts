import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('has defaults for an empty environment', () => {
    expect(readConfig({})).toEqual({ desk: 'atalaya-desk', color: true });
  });

  it('takes the desk from ATALAYA_DESK', () => {
    expect(readConfig({ ATALAYA_DESK: '/srv/desk' }).desk).toBe('/srv/desk');
  });

  it('shows no colours where NO_COLOR has any value', () => {
    for (const value of ['1', '0', 'false', ' ']) {
      expect(readConfig({ NO_COLOR: value }).color).toBe(false);
    }
  });

  it('counts a setting that is set to nothing as not set', () => {
    expect(readConfig({ ATALAYA_DESK: '', NO_COLOR: '' })).toEqual(readConfig({}));
  });

  it('passes over what is not its own', () => {
    expect(readConfig({ PATH: '/bin', HOME: undefined, atalaya_desk: 'x' })).toEqual(
      readConfig({}),
    );
  });
});
