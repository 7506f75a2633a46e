import { invoke } from '@tauri-apps/api/core';
import type { Backend } from './backend';
import type { TillView } from './contract';
import { channelFor } from './pieces';

/** The engine behind Tauri's commands. The only place in the page that knows the shell. */
export const tauri: Backend = {
  subscribe: (onView) => {
    const channel = channelFor((json) => onView(JSON.parse(json) as TillView));
    return invoke('subscribe', { channel });
  },
  act: (command) => invoke('act', { command }),
  holdsPage: (ask) => invoke('holds_page', { ask }),
  holdTimeline: (ourRef) => invoke('hold_timeline', { ourRef }),
  shiftPage: (number) => invoke('shift_page', { number }),
  pictures: () => invoke('pictures'),
  differencesPage: (ask) => invoke('differences_page', { ask }),
  settlementPreview: (file) => invoke('settlement_preview', { file }),
  settlementImport: (file, mapping, of) => invoke('settlement_import', { file, mapping, of }),
  phoneOpen: () => invoke('phone_open'),
  topupOpen: () => invoke('topup_open'),
  exportSalvage: () => invoke('export_salvage'),
  evidencePack: (ourRef) => invoke('evidence_pack', { ourRef }),
  booksCheck: () => invoke('books_check'),
  health: () => invoke('health'),
  supportPreview: () => invoke('support_preview'),
  supportSave: (id) => invoke('support_save', { id }),
  lessons: (ask) => invoke('lessons', { ask }),
  setupCheck: (draft) => invoke('setup_check', { draft }),
  setupKeep: (id, unchecked) => invoke('setup_keep', { id, unchecked }),
  setupRestart: () => invoke('setup_restart'),
  booksRetry: () => invoke('books_retry'),
  viewsList: () => invoke('views_list'),
  viewsSave: (view) => invoke('views_save', { view }),
  viewsDelete: (name) => invoke('views_delete', { name }),
  catalogueSearch: (text) => invoke('catalogue_search', { text }),
  catalogueFind: (code) => invoke('catalogue_find', { code }),
  cataloguePage: (text) => invoke('catalogue_page', { text }),
  catalogueChange: (change) => invoke('catalogue_change', { change }),
  cataloguePreview: (file) => invoke('catalogue_preview', { file }),
  catalogueImport: (file, seen, rightOnly) => invoke('catalogue_import', { file, seen, rightOnly }),
  catalogueExport: () => invoke('catalogue_export'),
  paperPreview: (what) => invoke('paper_preview', { what }),
  paperPdf: (what) => invoke('paper_pdf', { what }),
  paperLanguages: () => invoke('paper_languages'),
};
