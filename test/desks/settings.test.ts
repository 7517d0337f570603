// What managers set about a desk: what is stored of it, and the way of a button through its values.

import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isOn,
  minutesOf,
  nextValue,
  readSettings,
  SETTING_NAMES,
  valuesOf,
} from '../../src/desks/settings.ts';
import { readSettingPress } from '../../src/desks/settings-views.ts';

describe('the settings of a desk', () => {
  it('are what they are until somebody changes them', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      askOther: 'on',
      takeAfterMinutes: '30',
      returnAfterMinutes: '60',
      distribution: 'off',
      autoReply: 'on',
      morningDigest: 'on',
      shiftDigest: 'on',
    });
    expect(readSettings({})).toEqual(DEFAULT_SETTINGS);
  });

  it.each([null, 'nonsense', { distribution: 'by-weather' }, { takeAfterMinutes: 7 }, []])(
    'read as the defaults where what is stored makes no sense: %j',
    (stored) => {
      expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('keep what was changed', () => {
    const settings = readSettings({ askOther: 'off', returnAfterMinutes: 'off' });

    expect(isOn(settings, 'askOther')).toBe(false);
    expect(isOn(settings, 'autoReply')).toBe(true);
    expect(minutesOf(settings, 'returnAfterMinutes')).toBeNull();
    expect(minutesOf(settings, 'takeAfterMinutes')).toBe(30);
  });

  it.each(SETTING_NAMES)('%s goes through all its values and back to the first', (name) => {
    let value = DEFAULT_SETTINGS[name];
    const seen = valuesOf(name).map(() => {
      const before = value;
      value = nextValue(name, value);
      return before;
    });

    expect([...seen].sort()).toEqual([...valuesOf(name)].sort());
    expect(value).toBe(DEFAULT_SETTINGS[name]);
  });
});

describe('a press under the settings', () => {
  it('says of which desk, which setting, and what stood on the button', () => {
    expect(readSettingPress('setting:3:2:distribution')).toEqual({
      deskId: 3,
      name: 'distribution',
      from: 'least-loaded',
    });
  });

  it.each(['setting:3:9:distribution', 'setting:3:0:salary', 'setting:0:0:ask-other', undefined])(
    'that no button has is nothing: %s',
    (data) => {
      expect(readSettingPress(data)).toBeNull();
    },
  );
});
