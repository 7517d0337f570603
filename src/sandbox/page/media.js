// Files: how they look in a message, and those one can attach to try.
import { h } from './dom.js';
import { t, wordFor } from './i18n.js';
import { detailsOf } from './things.js';

/** @import { MessageView, SandboxClient } from '../client.ts' */
/** @typedef {Parameters<SandboxClient['send']>[0]['media']} Media */

/** @type {Readonly<Record<string, string>>} */
const signs = {
  photo: '🖼',
  live_photo: '🖼',
  voice: '🎤',
  video: '🎬',
  animation: '🎞',
  audio: '🎵',
  video_note: '📹',
  sticker: '🏷',
  document: '📄',
  location: '📍',
  venue: '🏠',
  contact: '👤',
  poll: '📊',
  dice: '🎲',
  story: '⏳',
  paid_media: '⭐',
  game: '🎮',
  invoice: '🧾',
  giveaway: '🎁',
  giveaway_winners: '🏆',
  checklist: '☑',
  rich_message: '📰',
  gift: '🎁',
  unique_gift: '🎁',
};

/**
 * A tile with the file's kind and name; a photo whose bytes are there is shown.
 * @param {MessageView} message
 */
export function mediaTile({ media, fileId, fileName, object }) {
  if (media === null) return null;
  const details = fileName === null ? detailsOf(media, object) : [fileName];
  const label = wordFor('media', media);
  const isFile = media === 'document' && fileId !== null;
  const address = isFile ? { href: `/control/files/${fileId}`, download: fileName ?? label } : {};
  const tile = h(
    isFile ? 'a' : 'div',
    { class: 'media', ...address },
    h('span', { class: 'media-sign', 'aria-hidden': 'true' }, signs[media] ?? '📎'),
    h(
      'span',
      { class: 'media-name' },
      label,
      details.map((line) => h('small', {}, line)),
    ),
  );
  if (media !== 'photo' || fileId === null) return tile;
  const image = h('img', { class: 'photo', alt: label, src: `/control/files/${fileId}` });
  image.addEventListener('error', () => image.replaceWith(tile), { once: true });
  return image;
}

const uncaptioned = ['sticker', 'location', 'venue', 'contact', 'poll', 'dice'];

/**
 * Whether words can stand under it.
 * @param {Media} media
 */
export function takesCaption({ kind }) {
  return !uncaptioned.includes(kind);
}

/** @typedef {Parameters<SandboxClient['sendAlbum']>[0]['items'][number]} AlbumPart */

/** @returns {AlbumPart} */
function newPhoto() {
  return { kind: 'photo', mimeType: 'image/png', base64: drawPhoto() };
}

/**
 * What the page offers to attach: made up on the spot; several files are an album.
 * @type {readonly { word: import('./i18n.js').Word, make: () => Media | AlbumPart[] }[]}
 */
export const attachments = [
  {
    word: 'attach-photo',
    make: newPhoto,
  },
  { word: 'attach-album', make: () => [newPhoto(), newPhoto()] },
  {
    word: 'attach-document',
    make: () => ({ kind: 'document', fileName: t('demo-document'), size: 180_000 }),
  },
  { word: 'attach-voice', make: () => ({ kind: 'voice' }) },
  { word: 'attach-sticker', make: () => ({ kind: 'sticker' }) },
  {
    word: 'attach-location',
    make: () => ({ kind: 'location', latitude: 55.7558, longitude: 37.6173 }),
  },
  {
    word: 'attach-live-location',
    make: () => ({ kind: 'location', latitude: 55.7558, longitude: 37.6173, livePeriod: 900 }),
  },
  {
    word: 'attach-venue',
    make: () => ({
      kind: 'venue',
      latitude: 55.7558,
      longitude: 37.6173,
      title: t('demo-venue'),
      address: t('demo-address'),
    }),
  },
  {
    word: 'attach-contact',
    make: () => ({ kind: 'contact', phoneNumber: '+70000000000', firstName: t('demo-contact') }),
  },
  {
    word: 'attach-poll',
    make: () => ({
      kind: 'poll',
      question: t('demo-poll'),
      options: [t('demo-poll-first'), t('demo-poll-second')],
    }),
  },
  { word: 'attach-dice', make: () => ({ kind: 'dice', value: 1 + Math.floor(Math.random() * 6) }) },
];

const PHOTO = { width: 480, height: 300 };

/** A landscape, as base64 of a PNG. */
function drawPhoto() {
  const canvas = h('canvas', PHOTO);
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  const { width, height } = PHOTO;
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#5fa8dc');
  sky.addColorStop(1, '#fbe3c0');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#fff4d6';
  pen.beginPath();
  pen.arc(width * 0.72, height * 0.4, 34, 0, Math.PI * 2);
  pen.fill();
  hill('#6f9f86', 0.62, 46);
  hill('#47796a', 0.78, 30);
  return canvas.toDataURL('image/png').replace(/^.*,/, '');

  /**
   * @param {string} colour
   * @param {number} level from the top, 0 to 1
   * @param {number} swing pixels
   */
  function hill(colour, level, swing) {
    if (!pen) return;
    pen.fillStyle = colour;
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width; x += 8) {
      pen.lineTo(x, height * level + Math.sin(x / 70 + level * 9) * swing);
    }
    pen.lineTo(width, height);
    pen.fill();
  }
}
