// Comforts of the questionnaire's editor that a circuit cannot give.
(() => {
  'use strict';

  window.kassaEditor = {
    focus: id => document.getElementById(id)?.focus(),
  };

  // A place to drop on says so to the browser.
  document.addEventListener('dragover', event => {
    if (event.target.closest?.('[data-drop]')) {
      event.preventDefault();
    }
  });
  document.addEventListener('drop', event => {
    if (event.target.closest?.('[data-drop]')) {
      event.preventDefault();
    }
  });

  // Enter saves a translation and goes on to the next.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('textarea[data-enter-saves]')) {
      return;
    }
    event.preventDefault();
    const fields = [...document.querySelectorAll('textarea[data-enter-saves]')];
    const next = fields[fields.indexOf(event.target) + 1];
    event.target.blur();
    (next ?? event.target).focus();
  });
})();
