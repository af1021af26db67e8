import { describe, expect, it } from 'vitest';
import { markupText } from '../export/markup.ts';
import type { AccountsView } from '../operations/accounts.ts';
import type { SettingsView } from '../operations/settings.ts';
import { asking, NOW } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { peopleBody } from './people-body.ts';
import { settingsBody } from './settings-body.ts';

const view: SettingsView = {
  file: 'watch.yaml',
  exists: true,
  text: '\nhost: "MX" # </textarea><script>\n',
  digest: 'ab',
  draft: false,
  outdated: false,
  problems: [],
};
const page = (changes: Partial<SettingsView> = {}, language: 'en' | 'es' = 'en'): string =>
  markupText(settingsBody({ ...view, ...changes }, asking(language, 'editor', '/settings')));
const problem = { file: 'watch.yaml', line: 2, column: 7, path: 'host', message: 'no <code>' };

describe('settingsBody', () => {
  it.each(['en', 'es'] as const)('is sound in %s', (language) => {
    const changes = { draft: true, outdated: true, problems: [problem] };
    expect(markupFaults(page(changes, language), false)).toEqual([]);
  });

  it('gives the text back as it is, its first line break too', () => {
    expect(page()).toContain(
      '\n\nhost: &quot;MX&quot; # &lt;/textarea&gt;&lt;script&gt;\n</textarea>',
    );
    expect(page()).toContain('name="digest" value="ab"');
  });

  it('links each problem to its line', () => {
    const text = page({ draft: true, problems: [problem, { ...problem, line: 3 }] });
    expect(text).toContain('2 problems to mend');
    expect(text).toContain('href="#line-2">Line 2, column 7</a>');
    expect(text).toContain('id="line-2"');
    expect(text).toContain('no &lt;code&gt;');
  });

  it('offers to discard what was not saved, and warns of what others saved', () => {
    expect(page()).not.toContain('value="discard"');
    expect(page({ draft: true })).toContain('value="discard"');
    expect(page({ draft: true, outdated: true })).toContain('was changed since you began');
  });

  it('shows nothing of the list to those who may not change it', () => {
    const text = markupText(settingsBody(undefined, asking('en', 'reader')));
    expect(text).not.toContain('<textarea');
    expect(text).not.toContain('/people');
  });
});

describe('peopleBody', () => {
  const accounts: AccountsView = {
    accounts: [
      {
        name: 'ana',
        role: 'admin',
        createdAt: NOW,
        disabledAt: undefined,
        hasPassword: true,
        linked: undefined,
        lastSignIn: NOW - 60_000,
        keys: [
          {
            id: 'k1',
            label: 'feed <reader>',
            role: 'reader',
            createdAt: NOW,
            expiresAt: undefined,
            revokedAt: undefined,
            usedAt: undefined,
          },
        ],
      },
    ],
    log: [{ at: NOW, by: 'local', action: 'added', account: 'ana', detail: 'admin' }],
    logAsked: true,
  };

  it.each(['en', 'es'] as const)('is sound in %s', (language) => {
    const text = markupText(peopleBody(accounts, NOW, asking(language)));
    expect(markupFaults(text, false)).toEqual([]);
    expect(text).toContain('feed &lt;reader&gt;');
    expect(text.match(/action="\/do\/account"/g)).toHaveLength(3);
  });

  it('says who may do what where there is no account', () => {
    const text = markupText(peopleBody({ ...accounts, accounts: [] }, NOW, asking('en')));
    expect(text).toContain('whoever sits at this machine');
  });
});
